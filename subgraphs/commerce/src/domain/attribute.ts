// A property by name: "color" is "red".

export class Attribute {
  key: string;
  value: string;
}
