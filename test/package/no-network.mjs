// Preloaded into a program that must not use the network: any attempt ends it.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const refuse = (what) => () => {
  process.stderr.write(`the network was asked for: ${what}\n`);
  process.exit(70);
};
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
dgram.createSocket = refuse('datagram');
dns.lookup = refuse('lookup');
