/** As one sets up a server that has its machine's memory, for everybody who is measured: the defaults are those of a small test. */
export const serverSettings = {
  shared_buffers: '2GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
} as const
