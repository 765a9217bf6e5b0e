/** Whether a call was refused for its rate, by SQS or by SNS. A full in-flight limit (`OverLimit`) is another matter. */
export function isThrottling(refused: string | undefined): boolean {
  return refused === 'ThrottlingException' || refused === 'Throttled';
}
