# Runs each sample of a folder in this process, after a reset of the sandbox's state. Writes what it printed and its status.
import contextlib
import os
import pathlib
import runpy
import traceback
import urllib.request

RESET = os.environ["PANDAPON_BASE_URL"] + "/sandbox/reset"

for sample in sorted(pathlib.Path(".").glob("*.py")):
    request = urllib.request.Request(RESET, b'{"scope":"state"}', {"content-type": "application/json"})
    urllib.request.urlopen(request).close()
    status, reason = 0, ""
    with open(sample.with_suffix(".out"), "w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        try:
            runpy.run_path(str(sample))
        except (Exception, SystemExit):
            status, reason = 1, traceback.format_exc()
    sample.with_suffix(".err").write_text(reason, encoding="utf-8")
    sample.with_suffix(".status").write_text(str(status))
