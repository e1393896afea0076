// The entries of the package, imported.
import * as main from "pandapon-openapi";
import * as core from "pandapon-openapi/core";
import * as signing from "pandapon-openapi/signing";

export const imported = { main, core, signing };
