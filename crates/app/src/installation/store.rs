//! The only SQL on the heartbeat.

use kernel::Failure;
use store::Tx;

/// Writes that a node was alive at the moment of the transaction.
pub async fn beat(tx: &mut Tx, node: &str) -> Result<(), Failure> {
    let sql = "insert into heartbeat (node, at) values ($1, $2)
        on conflict (node) do update set at = $2";
    let at = tx.at().millis();
    tx.run(sql, [node.into(), at.into()]).await.map(drop)
}
