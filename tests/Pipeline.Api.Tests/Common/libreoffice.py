"""LibreOffice without a screen opens an address itself, and gives a user name and a key when it is asked for them.

libreoffice.py PIPE-NAME PROFILE ADDRESS KEY: prints the rows of the first sheet, or says that there is none.
"""

import subprocess
import sys
import time

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.task import XInteractionHandler

name, profile, address, key = sys.argv[1:]


class Person(unohelper.Base, XInteractionHandler):
    """What the dialog for a name and a password is for a person. It is asked about other things too, to which nothing is answered."""

    def __init__(self):
        self.asked = False

    def handle(self, request):
        supply = uno.getTypeByName("com.sun.star.ucb.XInteractionSupplyAuthentication")
        for answer in request.getContinuations():
            taken = answer.queryInterface(supply)
            if taken is not None and not self.asked:
                self.asked = True
                taken.setUserName("office")
                taken.setPassword(key)
                taken.select()


def setting(name, value):
    return PropertyValue(Name=name, Value=value)


office = subprocess.Popen(
    ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={name};urp"]
)
context = uno.getComponentContext()
resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
while True:
    try:
        there = resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        if office.poll() not in (None, 0):
            sys.exit(f"LibreOffice ended with {office.returncode}")
        time.sleep(0.2)
desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
person = Person()
document = desktop.loadComponentFromURL(
    address, "_blank", 0, (setting("Hidden", True), setting("InteractionHandler", person))
)
print("asked" if person.asked else "not asked")
if document is None:
    print("nothing was opened")
else:
    cells = document.Sheets.getByIndex(0).createCursor()
    cells.gotoEndOfUsedArea(True)
    for row in cells.getDataArray():
        print(*row, sep="\t")
    document.close(True)
desktop.terminate()
office.wait()
