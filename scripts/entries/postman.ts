// The entry `pandapon-codegen/postman`: the Postman collection of a bundle, for use from a program.
export { postman, type PostmanOptions, type PostmanResult } from "../postman/index.js";
