import { defineConfig } from "pandapon-codegen";

export default defineConfig({ include: ["alibaba.refunds.*"], out: "pandapon" });
