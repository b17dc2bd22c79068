export { startCluster, type Cluster, type ClusterOptions } from './cluster/start-cluster.ts'
export { ClusterError } from './cluster/cluster-error.ts'
