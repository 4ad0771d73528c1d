// A sorted map from strings to values: sorted blocks of bounded size, found by binary search.
// get, set and delete cost O(log n + block); walking on from a position costs O(1) per entry.

const BLOCK = 256;

interface Block<T> {
  keys: string[];
  values: T[];
}

/** First position in a sorted list whose key is not below the wanted one. */
function lowerBound(keys: string[], wanted: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class OrderedKeys<T> {
  private blocks: Block<T>[] = [{ keys: [], values: [] }];
  size = 0;

  /** The last block whose first key is not above the wanted one. */
  private blockFor(key: string): number {
    let low = 1;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.blocks[middle]!.keys[0]! <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  set(key: string, value: T): void {
    const number = this.blockFor(key);
    const block = this.blocks[number]!;
    const at = lowerBound(block.keys, key);
    if (block.keys[at] === key) {
      block.values[at] = value;
      return;
    }
    block.keys.splice(at, 0, key);
    block.values.splice(at, 0, value);
    this.size += 1;
    if (block.keys.length > BLOCK) {
      // Appending in order, as ids do, leaves full blocks behind; other inserts split in the middle.
      const cut = at === block.keys.length - 1 ? at : BLOCK / 2;
      this.blocks.splice(number + 1, 0, { keys: block.keys.splice(cut), values: block.values.splice(cut) });
    }
  }

  delete(key: string): void {
    const number = this.blockFor(key);
    const block = this.blocks[number]!;
    const at = lowerBound(block.keys, key);
    if (block.keys[at] !== key) return;
    block.keys.splice(at, 1);
    block.values.splice(at, 1);
    this.size -= 1;
    if (block.keys.length === 0 && this.blocks.length > 1) this.blocks.splice(number, 1);
  }

  /** Entries from `from` on, upwards. The map must not change while it is walked. */
  *ascending(from: string): Generator<[string, T]> {
    const start = this.blockFor(from);
    for (let number = start; number < this.blocks.length; number++) {
      const { keys, values } = this.blocks[number]!;
      for (let at = number === start ? lowerBound(keys, from) : 0; at < keys.length; at++)
        yield [keys[at]!, values[at]!];
    }
  }

  /** Entries below `before`, downwards. */
  *descending(before: string): Generator<[string, T]> {
    const start = this.blockFor(before);
    for (let number = start; number >= 0; number--) {
      const { keys, values } = this.blocks[number]!;
      const end = number === start ? lowerBound(keys, before) : keys.length;
      for (let at = end - 1; at >= 0; at--) yield [keys[at]!, values[at]!];
    }
  }
}
