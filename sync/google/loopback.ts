// Addresses on this very machine. What may be told to talk to another server than Google's, such as the one of
// `npm run sheets-api`, may be told to talk to one here and to no other: nobody else can be listening.

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether the address is one of this machine, over plain HTTP. */
export function isLoopback(address: string): boolean {
  const url = urlOf(address);
  return url?.protocol === "http:" && LOOPBACK.test(url.hostname) && url.username === "";
}

/** Whether the address is one of Google's own services. */
export function isGoogle(address: string): boolean {
  const url = urlOf(address);
  return (
    url?.protocol === "https:" && url.port === "" && /(^|\.)(googleapis|google)\.com$/.test(url.hostname)
  );
}

export function hostOf(address: string): string {
  return urlOf(address)?.hostname ?? address;
}

function urlOf(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
