// Loaded into a process before its own code: each HTTPS request to Google goes to a server on this machine instead, and
// any other address is refused, so that nothing leaves it.

import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

const port = Number(process.env.STAGELINE_GOOGLE_PORT);

https.request = (url, options, listener) => {
  const { hostname, pathname, search } = new URL(url);
  if (!hostname.endsWith(".googleapis.com")) throw new Error(`a request to "${hostname}"`);
  const headers = { ...options.headers, host: hostname };
  return http.request(
    { ...options, agent: undefined, headers, host: "127.0.0.1", port, path: pathname + search },
    listener,
  );
};
syncBuiltinESMExports();
