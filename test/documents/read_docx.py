"""Reads Word documents as LibreOffice does, with all tracked changes accepted and with all rejected.

Usage: read_docx.py FILE...
Prints one JSON object for each file: {"accept": {...}, "reject": {...}}, each with the paragraphs, footnotes and comments.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(files):
    with tempfile.TemporaryDirectory() as folder:
        pipe = "clausediff" + pathlib.Path(folder).name
        office = subprocess.Popen([
            "soffice", "--headless", "--norestore", "--nologo",
            f"-env:UserInstallation={pathlib.Path(folder).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ])
        try:
            context = connect(pipe)
            for file in files:
                print(json.dumps({way: read(context, file, way) for way in ("accept", "reject")}, ensure_ascii=False))
        finally:
            office.terminate()
            office.wait()


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + 90
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def read(context, file, way):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = load(desktop, file)
    command = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}[way]
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    changes = len(list(elements(document.Redlines)))
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    left = len(list(elements(document.Redlines)))
    notes = document.Footnotes
    result = {
        "paragraphs": [paragraph.String for paragraph in elements(document.Text)
                       if paragraph.supportsService("com.sun.star.text.Paragraph")],
        "footnotes": [notes.getByIndex(at).String for at in range(notes.Count)],
        "comments": sum(field.supportsService("com.sun.star.text.textfield.Annotation")
                        for field in elements(document.TextFields)),
        "changes": changes,
        "left": left,
    }
    document.close(True)
    return result


def load(desktop, file):
    """An office that has only just started answers before it can load anything."""
    for _ in range(100):
        document = desktop.loadComponentFromURL(
            pathlib.Path(file).resolve().as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
        if document is not None:
            return document
        time.sleep(0.1)
    raise RuntimeError(f"{file}: cannot be loaded")


def elements(container):
    enumeration = container.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


main(sys.argv[1:])
