#!/usr/bin/python3
"""What a processing module in Python does for one event of BILLmanager; measured beside ours.

Started in the panel's folder. Its manner is its first argument:

same       the very requests, reads and call-backs of bill-nextcloud, on one connection that keeps its
           cookies, with the lightest imports that do it: each where it is needed.
published  what ISPsystem's module for Nextcloud does as published: all imports at the top; a request
           is a connection of its own, without cookies; each operation begins with a search for the
           user; settings are read from the tables.

Needs Debian's python3-requests, python3-pymysql and python3-xmltodict.
"""
import sys

if sys.argv[1] == "published":
    import abc
    import argparse
    import enum
    import json
    import logging
    import os
    import secrets
    import string
    import subprocess
    import typing
    import urllib.parse
    import xml.etree.ElementTree as ElementTree

    import pymysql
    import requests
    import requests.auth
    import xmltodict

FEATURES = """<?xml version="1.0" encoding="UTF-8"?>
<doc><itemtypes><itemtype name="backupservice"/></itemtypes><params><param name="base_url"/>\
<param name="nc_username"/><param name="nc_password" crypted="yes"/></params><features>\
<feature name="check_connection"/><feature name="open"/><feature name="close"/>\
<feature name="resume"/><feature name="suspend"/><feature name="setparam"/><feature name="stat"/>\
<feature name="get_server_config"/><feature name="tune_connection"/>\
<feature name="pricelist_dynamic_settings"/></features></doc>"""

OK = '<?xml version="1.0" encoding="UTF-8"?>\n<doc><ok/></doc>'


def tree():
    import xml.etree.ElementTree as module
    return module


def log():
    import logging
    if not logging.getLogger().handlers:
        logging.basicConfig(filename="var/peer.log", level=logging.INFO,
                            format="%(asctime)s [%(process)d] %(levelname)s %(message)s")
    return logging.getLogger("peer")


def mgrctl(function, *params, **secret):
    """The panel's answer; secrets travel in the environment."""
    import os
    import subprocess
    variables = {"PEER_" + name.upper(): value for name, value in secret.items()}
    argv = ["sbin/mgrctl", "-m", "billmgr", "-o", "xml", function, *params]
    for name in secret:
        argv += ["-e", name + "=$PEER_" + name.upper()]
    environment = {**os.environ, "SSH_CONNECTION": "peer", **variables}
    ran = subprocess.run(argv, env=environment, capture_output=True, check=True)
    document = tree().fromstring(ran.stdout)
    if document.find("error") is not None:
        raise RuntimeError(function + " was refused")
    return document


def database():
    import pymysql
    config = {}
    for element in mgrctl("paramlist").findall("elem"):
        for child in element:
            config[child.tag] = child.text
    return pymysql.connect(
        host=config["DBHost"], port=int(config.get("DBPort", 3306)), user=config["DBUser"],
        password=config["DBPassword"], database=config["DBName"], autocommit=True,
        cursorclass=pymysql.cursors.DictCursor)


class Tables:
    """The panel's database."""

    def __init__(self):
        self.connection = database()

    def rows(self, sql, *values):
        with self.connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    def pairs(self, sql, *values):
        return {row["intname"]: row["value"] for row in self.rows(sql, *values)}

    def item(self, item):
        return self.rows(
            "SELECT i.*, t.intname AS product_type FROM item i JOIN pricelist p ON p.id = i.pricelist"
            " JOIN itemtype t ON t.id = p.itemtype WHERE i.id = %s", item)[0]

    def itemparams(self, item):
        return self.pairs("SELECT intname, value FROM itemparam WHERE item = %s", item)

    def tariff(self, tariff):
        return self.pairs("SELECT intname, value FROM pricelistparam WHERE pricelist = %s", tariff)

    def owners(self, item, username):
        return self.rows(
            "SELECT i.id, i.processingmodule, u.value AS base_url, w.value AS url FROM itemparam q"
            " JOIN item i ON i.id = q.item LEFT JOIN processingparam u ON u.processingmodule ="
            " i.processingmodule AND u.intname = 'base_url' LEFT JOIN itemparam w ON w.item = i.id"
            " AND w.intname = 'url' WHERE q.intname = 'username' AND LOWER(q.value) = LOWER(%s)"
            " AND i.id <> %s AND w.value <> '' AND i.status IN (2, 3, 5)", username, item)

    def addresses(self):
        return self.rows(
            "SELECT processingmodule, value FROM processingparam WHERE intname = 'base_url'")

    def addons(self, item, tariff):
        return self.rows(
            "SELECT p.*, m.intname AS measure_intname, a.intvalue AS ordered FROM pricelist p"
            " LEFT JOIN measure m ON m.id = p.measure LEFT JOIN item a ON a.parent = %s AND"
            " a.pricelist = p.id WHERE p.parent = %s", item, tariff)

    def measures(self):
        return self.rows("SELECT id, intname, relation, lessmeasure FROM measure")

    def user(self, account):
        return self.rows("SELECT * FROM user WHERE account = %s ORDER BY id", account)[0]


def settings(module):
    form = mgrctl("processing.edit", "elid=%s" % module)
    return {child.tag: child.text for child in form}


class Cloud:
    """One session: one connection, and the password is checked once."""

    def __init__(self, base_url, username, password):
        import requests
        self.base = base_url.rstrip("/") + "/ocs/v1.php/cloud/"
        self.session = requests.Session()
        self.session.auth = (username, password)
        self.session.headers.update({"OCS-APIRequest": "true", "Accept": "application/json"})

    def ask(self, method, path, answers=(100,), query=None, **fields):
        response = self.session.request(
            method, self.base + path, params={"format": "json", **(query or {})}, data=fields,
            timeout=60)
        answer = response.json()["ocs"]
        log().info("%s %s: %s", method, path, answer["meta"]["statuscode"])
        if answer["meta"]["statuscode"] not in answers:
            raise RuntimeError(answer["meta"]["message"])
        return answer["data"]


class PublishedCloud:
    """A connection for each request, and each time the password."""

    def __init__(self, base_url, username, password):
        parts = urllib.parse.urlparse(base_url)
        self.base = "%s://%s/ocs/v2.php/cloud/" % (parts.scheme, parts.netloc)
        self.auth = requests.auth.HTTPBasicAuth(username, password)

    def ask(self, method, path, query=None, **fields):
        response = requests.request(
            method, self.base + path, headers={"OCS-APIRequest": "true"}, auth=self.auth,
            params=query, data=fields)
        log().info("%s %s %s %s", method, path, response.status_code, response.text)
        if ElementTree.fromstring(response.text).find(".//meta/statuscode").text != "200":
            raise RuntimeError(response.text)
        return xmltodict.parse(response.text)["ocs"]["data"]

    def has(self, username):
        found = self.ask("GET", "users", query={"search": username})
        elements = (found["users"] or {}).get("element", [])
        return username in ([elements] if isinstance(elements, str) else elements)


def check_connection(arguments):
    form = tree().parse(sys.stdin.buffer).getroot().find("processingmodule")
    typed = [form.findtext(name) for name in ("base_url", "nc_username", "nc_password")]
    if arguments.manner == "published":
        PublishedCloud(*typed).ask("GET", "users")
        return
    cloud = Cloud(*typed)
    acting = cloud.ask("GET", "user")["id"]
    cloud.ask("GET", "capabilities")
    cloud.ask("GET", "users", query={"search": acting, "limit": "1"})
    cloud.ask("PUT", "users/%s/enable" % acting, answers=(100, 101))


def suspend(arguments):
    tables = Tables()
    item = tables.item(arguments.item)
    module = settings(item["processingmodule"])
    tables.tariff(item["pricelist"])
    params = tables.itemparams(arguments.item)
    if tables.owners(arguments.item, params["username"]):
        raise RuntimeError("another service has this user")
    tables.addresses()
    cloud = Cloud(module["base_url"], module["nc_username"], module["nc_password"])
    user = "users/" + params["username"]
    if cloud.ask("GET", user)["enabled"]:
        cloud.ask("PUT", user + "/disable")
    mgrctl("service.postsuspend", "elid=%s" % arguments.item, "sok=ok")


def quota(tables, item, tariff):
    tables.measures()
    disk = [addon for addon in tables.addons(item, tariff) if addon["intname"] == "disk"][0]
    return "%d GB" % (int(disk["addonlimit"]) + int(disk["ordered"] or 0))


def password():
    import secrets
    import string
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20)) + "-2"


def save(item, name, value):
    mgrctl("service.saveparam", "elid=%s" % item, "sok=ok", "%s=%s" % (name, value), "crypted=off")


def open_service(arguments):
    tables = Tables()
    item = tables.item(arguments.item)
    module = settings(item["processingmodule"])
    tariff = tables.tariff(item["pricelist"])
    room = quota(tables, arguments.item, item["pricelist"])
    payer = tables.user(item["account"])
    tables.itemparams(arguments.item)
    tables.rows("SELECT intname, value FROM itemcryptedparam WHERE item = %s", arguments.item)
    cloud = Cloud(module["base_url"], module["nc_username"], module["nc_password"])
    username = "user_%s" % arguments.item
    if tables.owners(arguments.item, username):
        raise RuntimeError("another service has this user")
    user = "users/" + username
    cloud.ask("GET", user, answers=(404,))
    word = password()
    mgrctl("service.saveparam", "elid=%s" % arguments.item, "sok=ok", "crypted=on",
           userpassword=word)
    save(arguments.item, "username", username)
    save(arguments.item, "url", module["base_url"])
    cloud.ask("POST", "users", userid=username, password=word, quota=room, email=payer["email"],
              displayName=payer["realname"], language=payer["language"],
              **{"groups[]": tariff["usergroup"]})
    found = cloud.ask("GET", user)
    if not found["enabled"] or found["email"] != payer["email"]:
        raise RuntimeError("the user is not as wanted")
    mgrctl("%s.open" % item["product_type"], "elid=%s" % arguments.item, "sok=ok")


def published_suspend(arguments):
    tables = Tables()
    item = tables.item(arguments.item)
    module = tables.pairs("SELECT intname, value FROM processingparam WHERE processingmodule = %s",
                          item["processingmodule"])
    # Theirs is readable; ours is stored encrypted, and read as the panel shows it.
    module["nc_password"] = settings(item["processingmodule"])["nc_password"]
    cloud = PublishedCloud(module["base_url"], module["nc_username"], module["nc_password"])
    username = "user_%s" % arguments.item
    tables.user(item["account"])
    if not cloud.has(username):
        raise RuntimeError("nobody to suspend")
    quota(tables, arguments.item, item["pricelist"])
    tables.tariff(item["pricelist"])
    cloud.ask("PUT", "users/%s/disable" % username)
    mgrctl("service.postsuspend", "elid=%s" % arguments.item, "sok=ok")


def main():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("manner")
    parser.add_argument("--command")
    parser.add_argument("--item", type=int)
    parser.add_argument("--module", type=int)
    parser.add_argument("--runningoperation", type=int)
    arguments, _ = parser.parse_known_args()
    if arguments.command == "features":
        if arguments.manner == "published":
            log().info("features")
        print(FEATURES)
        return
    log().info("asked: %s", arguments)
    {"check_connection": check_connection, "open": open_service,
     "suspend": published_suspend if arguments.manner == "published" else suspend,
     }[arguments.command](arguments)
    print(OK)


main()
