import { DeviceDatabase } from '../db';

export const device = new DeviceDatabase();
