import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { isBase58Check } from './base58.ts';
import { isBech32 } from './bech32.ts';

const ethereum = /^0x[0-9a-fA-F]{40}$/;
/** Bitcoin, Litecoin, Dogecoin, Tron, Dash, Zcash: version bytes that give these first characters. */
const base58 = /^[13LMDATXt][1-9A-HJ-NP-Za-km-z]{24,34}$/;
const bech32 = /^(?:bc1|tb1|ltc1|addr1|cosmos1|BC1|TB1|LTC1)[02-9ac-hj-np-zAC-HJ-NP-Z]{8,110}$/;
const monero = /^[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}$/;
/** A Solana address is a bare public key of 32 bytes: only the words around it tell it from other Base58. */
const solana = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;
const aboutSolana = /(?:solana|phantom|\bsol)\b[^\n]{0,24}$/i;

/**
 * The run of token characters from `start` to `end` as an address of a crypto-currency. An Ethereum address counts without
 * its mixed-case checksum (EIP-55), which is optional.
 */
export const findCryptoAddress = (text: string, start: number, end: number, sink: Sink): boolean => {
  const run = text.slice(start, end);
  const checked = base58.test(run) ? isBase58Check(run) : bech32.test(run) && isBech32(run);
  const shaped = checked || ethereum.test(run) || monero.test(run);
  if (!shaped && !(solana.test(run) && /\d/.test(run) && aboutSolana.test(before(text, start, 40)))) return false;
  sink('CRYPTO', start, end, checked ? SCORE.checksum : shaped ? SCORE.shape : SCORE.context);
  return true;
};
