// A real SMTP server that keeps what it is given, and can be switched off and on again.
import { SMTPServer } from "smtp-server";
import { freePort } from "./house.js";

export class MailServer {
  static async open() {
    const server = new MailServer();
    server.port = await freePort();
    server.mails = [];
    await server.up();
    return server;
  }

  up() {
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onData: (stream, session, done) => this.#take(stream, session, done),
    });
    return new Promise((ready) => this.smtp.listen(this.port, "127.0.0.1", ready));
  }

  down() {
    return new Promise((closed) => this.smtp.close(closed));
  }

  async #take(stream, session, done) {
    const chunks = await stream.toArray();
    const mail = read(Buffer.concat(chunks).toString("latin1"));
    this.mails.push({ ...mail, to: session.envelope.rcptTo.map((to) => to.address) });
    done();
  }

  // The newest mail to this address, when it has come.
  async to(address, count = 1) {
    for (const until = Date.now() + 10_000; Date.now() < until; ) {
      const found = this.mails.filter((mail) => mail.to.includes(address));
      if (found.length >= count) return found.at(-1);
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`no mail ${count} to ${address} after 10 s`);
  }
}

function read(raw) {
  const [head, ...rest] = raw.split("\r\n\r\n");
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => [line.split(":")[0].toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const body = decode(rest.join("\r\n\r\n"), headers["content-transfer-encoding"] ?? "7bit");
  return { subject: words(headers.subject), id: headers["message-id"], body, link: body.match(/http\S+/)?.[0] };
}

function decode(text, encoding) {
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(text, "latin1").toString("utf8");
  const plain = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, "latin1").toString("utf8");
}

// RFC 2047: =?utf-8?b?…?=, one word after the other.
function words(subject) {
  return subject
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?b\?(.*?)\?=/gi, (_, part) => Buffer.from(part, "base64").toString("latin1"))
    .replace(/[\x80-\xff]+.*/s, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}
