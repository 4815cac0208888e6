-- What a new panel has in its tables. The ids are given, as each statement may be made again.

-- 1 x measure = relation x lessmeasure. The ids are not in order of size, as on real panels.
INSERT INTO measure (id, intname, name, name_ru, relation, lessmeasure) VALUES
  (2, 'byte', 'B', 'байт', NULL, NULL),
  (3, 'kib', 'KiB', 'КиБ', 1024, 2),
  (1, 'mib', 'MiB', 'МиБ', 1024, 3),
  (4, 'gib', 'GiB', 'ГиБ', 1024, 1),
  (5, 'tib', 'TiB', 'ТиБ', 1024, 4),
  (7, 'pcs', 'pcs.', 'шт.', NULL, NULL);

INSERT INTO itemtype (id, name, name_ru, intname, embedded, parent, need_processing, monthly,
    annually, trial) VALUES
  (120, 'Cloud storage', 'Облачное хранилище', 'backupservice', NULL, NULL, 'on', 'on', 'on', 'on'),
  (121, 'Disk space', 'Дисковое пространство', 'disk', NULL, 120, NULL, NULL, NULL, NULL);

INSERT INTO itemtypeparam (id, itemtype, intname, name, name_ru, openvisible, editvisible,
    editreadlevel, editwritelevel, inputtype, crypted) VALUES
  (1, 120, 'username', 'User name', 'Имя пользователя', 'on', 'on', 16, 29, 0, 'off'),
  (2, 120, 'userpassword', 'Password', 'Пароль', 'on', 'on', 16, 29, 0, 'on'),
  (3, 120, 'url', 'Address', 'Адрес', 'on', 'on', 16, 29, 0, 'off');

INSERT INTO itemtyperule (id, itemtype, billtype, addontype, measure, intname, addonlimit,
    addonstep, addonmax, create_default) VALUES
  (1, 121, 2, 2, 4, '', 10, 1, 1024, 'on');

INSERT INTO datacenter (id, orderpriority, name, name_ru, external_id) VALUES
  (1, 1, 'Ruled by another program', NULL, '7'),
  (2, 2, 'Main', 'Основной', NULL);

INSERT INTO project (id, name, billurl, site, notifyemail) VALUES
  (1, 'Example Hosting', 'https://billing.example.com/billmgr', 'https://example.com',
    'billing@example.com');
