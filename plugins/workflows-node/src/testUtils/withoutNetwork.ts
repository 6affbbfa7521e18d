import net from 'node:net';
import tls from 'node:tls';

/**
 * Does something while every way to the network of this process throws, and
 * gives the ways that were tried. A thrown error alone may be swallowed.
 */
export async function withoutNetwork<T>(
  work: () => T | Promise<T>,
): Promise<{ value: T; tried: string[] }> {
  const tried: string[] = [];
  const restore = [
    trap(globalThis, 'fetch', 'fetch'),
    trap(net, 'connect', 'net.connect'),
    trap(net, 'createConnection', 'net.createConnection'),
    trap(tls, 'connect', 'tls.connect'),
    // Whatever was imported before, undici included, connects by it.
    trap(net.Socket.prototype, 'connect', 'a socket'),
  ];
  try {
    return { value: await work(), tried };
  } finally {
    restore.forEach(undo => undo());
  }

  function trap<O extends object>(object: O, name: keyof O, called: string) {
    const original = Object.getOwnPropertyDescriptor(object, name)!;
    Object.defineProperty(object, name, {
      configurable: true,
      value: () => {
        tried.push(called);
        throw new Error(`${called} is not the way out`);
      },
    });
    return () => Object.defineProperty(object, name, original);
  }
}
