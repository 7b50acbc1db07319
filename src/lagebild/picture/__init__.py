"""From findings to the system they describe: overview and relations of actors, all cited."""
