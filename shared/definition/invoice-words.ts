// What a message may say of the invoice of its record, beside the fields that it has: {{Invoice amount}} and the like.

/** The words, as people write them between braces. */
export const invoiceWords = ["Invoice number", "Invoice amount", "Invoice due on", "Invoice open"] as const;
