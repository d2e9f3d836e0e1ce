import type { Plugin } from "vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

/** The address of a running Pulse, for `npm run dev`. */
const api = process.env.PULSE_API ?? "http://127.0.0.1:7655";

/** Holds the first paint until the script has chosen the theme, so that a dark page does not flash light. */
const blockRendering: Plugin = {
  name: "block-rendering",
  transformIndexHtml: {
    order: "post",
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

export default defineConfig({
  plugins: [solid(), blockRendering],
  // Below a path such as /pulse, the server changes the addresses of the page's files; the files find each other by relative addresses.
  experimental: { renderBuiltUrl: (file, { hostType }) => (hostType === "html" ? `/${file}` : { relative: true }) },
  build: {
    target: "es2023",
    // The Content-Security-Policy allows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
  server: {
    host: "127.0.0.1",
    port: 7656,
    strictPort: true,
    proxy: Object.fromEntries(["/api", "/openapi", "/swagger", "/healthz", "/readyz"].map((path) => [path, api])),
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // One document for all files of a worker: a new one for each file took half of the processor time. Modules are still loaded anew.
    isolate: false,
    // Only a defect reaches the limit, also on a machine that is busy with other work.
    testTimeout: 120_000,
  },
});
