-- The part of the panel's database that processing modules read and write; its first rows are in
-- rows.sql.
-- Column names are the panel's own; flags are 'on'/'off'; most columns are NULL until someone sets
-- them.

CREATE TABLE measure (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  intname VARCHAR(64) NOT NULL,
  name VARCHAR(128) NULL,
  name_ru VARCHAR(128) NULL,
  relation INT NULL,
  lessmeasure INT NULL,
  UNIQUE KEY (intname),
  FOREIGN KEY (lessmeasure) REFERENCES measure (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE enumeration (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  intname VARCHAR(64) NULL,
  name VARCHAR(255) NULL,
  name_ru VARCHAR(255) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE enumerationitem (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enumeration INT NOT NULL,
  intname VARCHAR(64) NULL,
  name VARCHAR(255) NULL,
  name_ru VARCHAR(255) NULL,
  active CHAR(3) NULL DEFAULT 'on',
  orderpriority INT NULL,
  FOREIGN KEY (enumeration) REFERENCES enumeration (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE itemtype (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NULL,
  name_ru VARCHAR(255) NULL,
  intname VARCHAR(64) NOT NULL,
  embedded CHAR(3) NULL,
  parent INT NULL,
  itemname VARCHAR(255) NULL,
  closetype INT NULL,
  closesubtype INT NULL,
  statparam VARCHAR(255) NULL,
  open_duration_limit INT NULL,
  suspendperiod INT NULL,
  splitexpense CHAR(3) NULL,
  need_processing CHAR(3) NULL,
  nostopholidays CHAR(3) NULL,
  trial CHAR(3) NULL,
  day CHAR(3) NULL,
  monthly CHAR(3) NULL,
  quarterly CHAR(3) NULL,
  semiannual CHAR(3) NULL,
  annually CHAR(3) NULL,
  lifetime CHAR(3) NULL,
  FOREIGN KEY (parent) REFERENCES itemtype (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE itemtypeparam (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  itemtype INT NOT NULL,
  intname VARCHAR(64) NOT NULL,
  name VARCHAR(255) NULL,
  name_ru VARCHAR(255) NULL,
  hint TEXT NULL,
  hint_ru TEXT NULL,
  ordervisible CHAR(3) NULL,
  openvisible CHAR(3) NULL,
  editvisible CHAR(3) NULL,
  editreadlevel INT NULL,
  editwritelevel INT NULL,
  inputtype INT NULL,
  validator VARCHAR(64) NULL,
  required CHAR(3) NULL,
  crypted CHAR(3) NULL,
  needsetparam CHAR(3) NULL,
  needmodulecheck CHAR(3) NULL,
  tune_pricelists CHAR(3) NULL,
  listvisible CHAR(3) NULL,
  check_range CHAR(3) NULL,
  default_value VARCHAR(255) NULL,
  UNIQUE KEY (itemtype, intname),
  FOREIGN KEY (itemtype) REFERENCES itemtype (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE itemtyperule (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  itemtype INT NOT NULL,
  billtype INT NULL,
  addontype INT NULL,
  measure INT NULL,
  enumeration INT NULL,
  enumerationitem INT NULL,
  intname VARCHAR(255) NULL,
  needmodulecheck CHAR(3) NULL,
  addonlimit BIGINT NULL,
  addonstep BIGINT NULL,
  addonmax BIGINT NULL,
  create_default CHAR(3) NULL,
  addonbool CHAR(3) NULL,
  FOREIGN KEY (itemtype) REFERENCES itemtype (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE project (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NULL,
  billurl VARCHAR(255) NULL,
  site VARCHAR(255) NULL,
  notifyemail VARCHAR(255) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE account (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NULL,
  parent INT NULL,
  project INT NULL,
  level INT NULL,
  country INT NULL,
  registration_date DATETIME NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE user (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account INT NULL,
  name VARCHAR(255) NULL,
  email VARCHAR(255) NULL,
  realname VARCHAR(255) NULL,
  language VARCHAR(8) NULL,
  level INT NULL,
  enabled CHAR(3) NULL DEFAULT 'on',
  FOREIGN KEY (account) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE datacenter (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  orderpriority INT NULL,
  name VARCHAR(255) NULL,
  name_ru VARCHAR(255) NULL,
  external_id VARCHAR(255) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE processingmodule (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  orderpriority INT NULL,
  name VARCHAR(255) NULL,
  module VARCHAR(64) NOT NULL,
  ipmgr INT NULL,
  laststatdate DATE NULL,
  config MEDIUMTEXT NULL,
  datacenter INT NULL,
  department INT NULL,
  licserver VARCHAR(64) NULL,
  licserverprovider VARCHAR(64) NULL,
  active CHAR(3) NULL DEFAULT 'on',
  ippool INT NULL,
  failed CHAR(3) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE processingparam (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  intname VARCHAR(64) NOT NULL,
  processingmodule INT NOT NULL,
  value MEDIUMTEXT NULL,
  UNIQUE KEY (processingmodule, intname),
  FOREIGN KEY (processingmodule) REFERENCES processingmodule (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE processingcryptedparam (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  intname VARCHAR(64) NOT NULL,
  processingmodule INT NOT NULL,
  value MEDIUMTEXT NULL,
  UNIQUE KEY (processingmodule, intname),
  FOREIGN KEY (processingmodule) REFERENCES processingmodule (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE pricelist (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NULL,
  name_ru VARCHAR(255) NULL,
  project INT NULL,
  itemtype INT NOT NULL,
  intname VARCHAR(255) NULL,
  parent INT NULL,
  active CHAR(3) NULL,
  orderpriority INT NULL,
  addontype INT NULL,
  billtype INT NULL,
  measure INT NULL,
  addonlimit BIGINT NULL,
  addonlimittrial BIGINT NULL,
  addonstep BIGINT NULL,
  addonmin BIGINT NULL,
  addonmax BIGINT NULL,
  addonmaxtrial BIGINT NULL,
  addonbool CHAR(3) NULL,
  addonstattype INT NULL,
  addonstatcomparison INT NULL,
  addonstatcalculation INT NULL,
  addonstatchargestoped CHAR(3) NULL,
  enumeration INT NULL,
  enumerationitem INT NULL,
  compound INT NULL,
  processing_feature VARCHAR(64) NULL,
  remoteid VARCHAR(64) NULL,
  restrictclientchange CHAR(3) NULL,
  manualprocessing CHAR(3) NULL,
  allownosuitable CHAR(3) NULL,
  opennotify INT NULL,
  FOREIGN KEY (itemtype) REFERENCES itemtype (id),
  FOREIGN KEY (parent) REFERENCES pricelist (id) ON DELETE CASCADE,
  FOREIGN KEY (measure) REFERENCES measure (id),
  FOREIGN KEY (enumerationitem) REFERENCES enumerationitem (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE pricelistparam (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  intname VARCHAR(64) NOT NULL,
  pricelist INT NOT NULL,
  value MEDIUMTEXT NULL,
  UNIQUE KEY (pricelist, intname),
  FOREIGN KEY (pricelist) REFERENCES pricelist (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The column orderpriority is NULL in every row of a real panel, and nobody reads it: the order is
-- that of processingmodule.
CREATE TABLE processingmodule2pricelist (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  processingmodule INT NOT NULL,
  pricelist INT NOT NULL,
  orderpriority INT NULL,
  UNIQUE KEY (processingmodule, pricelist),
  FOREIGN KEY (processingmodule) REFERENCES processingmodule (id) ON DELETE CASCADE,
  FOREIGN KEY (pricelist) REFERENCES pricelist (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Services and their add-ons; an add-on row has the service as its parent.
CREATE TABLE item (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(255) NULL,
  account INT NULL,
  pricelist INT NULL,
  lastpricelist INT NULL,
  processingmodule INT NULL,
  parent INT NULL,
  remoteid VARCHAR(255) NULL,
  period INT NULL,
  status INT NULL,
  specialstatus INT NULL,
  createdate DATETIME NULL,
  opendate DATETIME NULL,
  expiredate DATE NULL,
  cost DECIMAL(19,4) NULL,
  costperiod INT NULL,
  costdate DATE NULL,
  currency INT NULL,
  price INT NULL,
  fixedprices CHAR(3) NULL,
  autosuspend CHAR(3) NULL,
  employeesuspend CHAR(3) NULL,
  abusesuspend CHAR(3) NULL,
  scheduledclose CHAR(3) NULL,
  autoassign CHAR(3) NULL,
  addonlimit BIGINT NULL,
  addonlimittrial BIGINT NULL,
  addonmax BIGINT NULL,
  addonmaxtrial BIGINT NULL,
  intvalue BIGINT NULL,
  boolvalue CHAR(3) NULL,
  addonbool CHAR(3) NULL,
  enumerationitem INT NULL,
  FOREIGN KEY (account) REFERENCES account (id),
  FOREIGN KEY (pricelist) REFERENCES pricelist (id),
  FOREIGN KEY (processingmodule) REFERENCES processingmodule (id),
  FOREIGN KEY (parent) REFERENCES item (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE itemparam (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item INT NOT NULL,
  intname VARCHAR(64) NOT NULL,
  value MEDIUMTEXT NULL,
  UNIQUE KEY (item, intname),
  FOREIGN KEY (item) REFERENCES item (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE itemcryptedparam (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item INT NOT NULL,
  intname VARCHAR(64) NOT NULL,
  value MEDIUMTEXT NULL,
  UNIQUE KEY (item, intname),
  FOREIGN KEY (item) REFERENCES item (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE itemstat (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item INT NOT NULL,
  statdate DATE NOT NULL,
  param VARCHAR(64) NOT NULL,
  value DECIMAL(26,4) NULL,
  measure INT NULL,
  UNIQUE KEY (item, statdate, param),
  FOREIGN KEY (item) REFERENCES item (id) ON DELETE CASCADE,
  FOREIGN KEY (measure) REFERENCES measure (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE runningoperation (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item INT NULL,
  intname VARCHAR(64) NULL,
  createdate DATETIME NULL,
  trycount INT NULL,
  manual CHAR(3) NULL,
  errorxml MEDIUMTEXT NULL,
  FOREIGN KEY (item) REFERENCES item (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A task outlives the operation it was made for, so there is no foreign key to it.
CREATE TABLE task (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  type VARCHAR(64) NULL,
  item INT NULL,
  runningoperation INT NULL,
  status INT NULL,
  params MEDIUMTEXT NULL,
  createdate DATETIME NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
