// What the API answers where it does not do what it was asked: a status with Google's sentence, and details where Google
// gives some. Thrown by whatever serves a request, told to the caller at the edge.
// [cloud.google.com/apis/design/errors]

import { GridError } from "../grid/grid-error.ts";

export type ApiStatus =
  | "INVALID_ARGUMENT"
  | "FAILED_PRECONDITION"
  | "UNAUTHENTICATED"
  | "PERMISSION_DENIED"
  | "NOT_FOUND"
  | "ABORTED"
  | "ALREADY_EXISTS"
  | "RESOURCE_EXHAUSTED"
  | "INTERNAL"
  | "UNAVAILABLE";

const CODES: Readonly<Record<ApiStatus, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ABORTED: 409,
  ALREADY_EXISTS: 409,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/** Not for mistakes of this server: those are plain errors, and answered with 500. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: ApiStatus;
  readonly code: number;
  readonly details: readonly unknown[];

  constructor(status: ApiStatus, message: string, details: readonly unknown[] = []) {
    super(message);
    this.status = status;
    this.code = CODES[status];
    this.details = details;
  }
}

/** The refusal of what a caller wrote wrongly. */
export function invalidArgument(message: string): ApiError {
  return new ApiError("INVALID_ARGUMENT", message);
}

/** What a caller is refused with: what the grid refuses is an argument that cannot be. Any other error is thrown on. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof GridError) return invalidArgument(error.message);
  if (error instanceof ApiError) return error;
  throw error;
}

/** What `act` makes; what it refuses is said with the place in the request, as "Invalid data[0]: …". */
export function placed<Made>(place: string, act: () => Made): Made {
  try {
    return act();
  } catch (error) {
    const refused = asApiError(error);
    throw new ApiError(refused.status, `Invalid ${place}: ${refused.message}`, refused.details);
  }
}

/** The body of the answer, as the Sheets API writes it. */
export function errorBody({ code, message, status, details }: ApiError): unknown {
  return { error: { code, message, status, ...(details.length === 0 ? {} : { details }) } };
}
