export * from './equalsInConstantTime';
export * from './hmac';
export * from './readCredentials';
export * from './standardWebhooks';
export * from './timeWindow';
export * from './tokens';
