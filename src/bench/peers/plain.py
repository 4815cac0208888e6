#!/usr/bin/python3
"""The two requests of a suspension with nothing around them: a look at the user, and the change.

Each on a connection of its own, with the password and without cookies, as ISPsystem's module for
Nextcloud sends them. The password is read from a file.

plain.py URL LOGIN PASSWORD-FILE USER disable|enable
"""
import base64
import http.client
import sys

url, login, password_file, user, change = sys.argv[1:]
with open(password_file, encoding="utf-8") as file:
    password = file.read().strip()
scheme, _, rest = url.partition("://")
host, slash, path = rest.partition("/")
kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
headers = {
    "OCS-APIRequest": "true",
    "Authorization": "Basic " + base64.b64encode(f"{login}:{password}".encode()).decode(),
}
for method, what in (("GET", ""), ("PUT", "/" + change)):
    connection = kind(host)
    where = f"{slash}{path}/ocs/v1.php/cloud/users/{user}{what}?format=json"
    connection.request(method, where, headers=headers)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 200 or b'"statuscode":100,' not in said:
        sys.exit(f"{method} {answer.status}")
    connection.close()
