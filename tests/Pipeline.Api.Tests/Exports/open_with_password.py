"""Has a LibreOffice that listens open an address, as somebody who is asked for a name and a password and has one password after the other.

Arguments: the name of its pipe, the address; the passwords, one a line, on standard input. Prints, as JSON, for each password the rows of the first sheet, or null where nothing was opened.
"""

import json
import sys
import time

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.task import XInteractionHandler

SECONDS_TO_START = 180


class Person(unohelper.Base, XInteractionHandler):
    """Answers what is asked by the answers that are offered alone; the question itself is of a type that the bridge does not bring over."""

    def __init__(self, password):
        self.password = password

    def handle(self, request):
        # A password that was wrong is not given again.
        if self.password is not None:
            supply = offered(request, "com.sun.star.ucb.XInteractionSupplyAuthentication")
            if supply is not None:
                supply.setUserName("office")
                supply.setPassword(self.password)
                self.password = None
                supply.select()
                return
        abort = offered(request, "com.sun.star.task.XInteractionAbort")
        if abort is not None:
            abort.select()


def offered(request, kind):
    wanted = uno.getTypeByName(kind)
    for continuation in request.getContinuations():
        answer = continuation.queryInterface(wanted)
        if answer is not None:
            return answer
    return None


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def rows(desktop, address, password):
    settings = (setting("Hidden", True), setting("InteractionHandler", Person(password)))
    try:
        document = desktop.loadComponentFromURL(address, "_blank", 0, settings)
    except uno.getClass("com.sun.star.uno.Exception"):
        return None
    if document is None:
        return None
    try:
        sheet = document.Sheets.getByIndex(0)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()
    finally:
        document.close(True)


if __name__ == "__main__":
    context = connect(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    print(json.dumps([rows(desktop, sys.argv[2], password) for password in sys.stdin.read().splitlines()]))
