// A real mail server on this machine, and between it and the command a line that may break: before the server is asked
// to take the text of a message, or after it took it and before its answer is there.

import { connect, createServer, type Server } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface ServerPlan {
  readonly login?: { readonly user: string; readonly password: string };
  /** Address → the code and words with which the server refuses it. */
  readonly refuses?: Readonly<Record<string, readonly [code: number, words: string]>>;
  /** By a certificate of its own, which nobody vouches for. */
  readonly offersEncryption?: true;
  /** Refuses the sender. */
  readonly refusesSender?: true;
  /** What the server does with a text that it got. */
  readonly text?: "takes" | "refuses" | "keeps silent";
  readonly breaks?: "before the text" | "after the text";
  /** How many messages go through before the line breaks. */
  readonly breaksAfter?: number;
}

export interface LoopbackServer {
  readonly port: number;
  readonly received: readonly Received[];
  /** Once the server has the text of so many messages. */
  readonly hasText: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function loopbackServer(plan: ServerPlan = {}): Promise<LoopbackServer> {
  const received: Received[] = [];
  const server = mailServer(plan, received);
  const serverPort = await listening(server.server, () => server.listen(0, "127.0.0.1"));
  const line = breakingLine(plan, serverPort);
  const port = await listening(line, () => line.listen(0, "127.0.0.1"));
  return {
    port,
    received,
    hasText: async (count) => {
      while (received.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: async () => {
      await new Promise((resolve) => line.close(resolve));
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

function mailServer(plan: ServerPlan, received: Received[]): SMTPServer {
  const { login, refuses = {}, refusesSender, text = "takes" } = plan;
  const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
  return new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: plan.offersEncryption !== true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, callback) => {
      const isKnown = username === login?.user && password === login?.password;
      callback(isKnown ? null : refusal(535, "who are you"), isKnown ? { user: username } : undefined);
    },
    onMailFrom: (_address, _session, callback) => {
      callback(refusesSender === true ? refusal(553, "sender not allowed") : null);
    },
    onRcptTo: ({ address }, _session, callback) => {
      const refused = refuses[address];
      callback(refused === undefined ? null : refusal(...refused));
    },
    onData: (stream, { envelope }, callback) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
        });
        if (text === "takes") callback();
        if (text === "refuses") callback(refusal(554, "looks like spam"));
      });
    },
  });
}

// Hands on what either side says, until it breaks.
function breakingLine({ breaks, breaksAfter = 0 }: ServerPlan, serverPort: number): Server {
  let through = 0;
  return createServer((client) => {
    const server = connect(serverPort, "127.0.0.1");
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    let isInText = false;
    client.on("data", (bytes) => {
      const asksForText = !isInText && /(^|\n)DATA\r\n$/.test(bytes.toString("latin1"));
      if (asksForText && breaks === "before the text" && through >= breaksAfter) cut();
      else server.write(bytes);
    });
    server.on("data", (bytes) => {
      const answer = bytes.toString("latin1");
      const isTaken = isInText && answer.startsWith("250");
      if (isTaken && breaks === "after the text" && through >= breaksAfter) return cut();
      if (isTaken) through += 1;
      isInText = !isTaken && (isInText || /(^|\n)354/.test(answer));
      client.write(bytes);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on("close", () => other.destroy());
      // A line that breaks is what is tested.
      one.on("error", () => other.destroy());
    }
  });
}

function listening(server: Server, listen: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
    listen();
  });
}
