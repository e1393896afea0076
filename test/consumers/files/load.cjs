// The entries of the package, required.
exports.required = {
  main: require("pandapon-openapi"),
  core: require("pandapon-openapi/core"),
  signing: require("pandapon-openapi/signing"),
};
