// Sends COUNT mails through nodemailer's pool: node nodemailer.cjs PORT COUNT CONNECTIONS FOLDER [KEY]
const fs = require('fs');
const nodemailer = require('nodemailer');

const [port, count, connections, folder, key] = process.argv.slice(2);
const text = fs.readFileSync(folder + '/mail.txt', 'utf8');
const html = fs.readFileSync(folder + '/mail.html', 'utf8');
const transport = nodemailer.createTransport({
  pool: true,
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  ignoreTLS: true,
  maxConnections: Number(connections),
  maxMessages: Infinity,
  dkim: key && {
    domainName: 'paperboy.example',
    keySelector: 's1',
    privateKey: fs.readFileSync(key, 'utf8'),
  },
});

async function send(n) {
  await transport.sendMail({
    from: 'Paperboy <digest@paperboy.example>',
    to: `reader${n}@example.org`,
    subject: 'Papers of today',
    text,
    html,
  });
}

async function main() {
  let next = 0;
  const worker = async () => {
    while (next < Number(count)) {
      await send(next++);
    }
  };
  const begun = process.hrtime.bigint();
  await Promise.all(Array.from({ length: Number(connections) * 2 }, worker));
  console.log(Number(process.hrtime.bigint() - begun) / 1e9);
  transport.close();
}

main().catch((e) => {
  console.error(String(e));
  process.exit(1);
});
