// stub replaced by its owner
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}
