//! Flows of small networks against every flow that there is.

use proptest::prelude::*;

use super::*;

/// Ends, limits, base and slope.
type Drawn = (u32, u32, u32, u32, i32, u8);

const NODES: u32 = 4;

fn arcs() -> impl Strategy<Value = Vec<Drawn>> {
    let arc = (0..NODES, 0..NODES, 0..2_u32, 0..3_u32, -6..12_i32, 0..4_u8);
    let two_ends = |arc: &Drawn| arc.0 != arc.1;
    proptest::collection::vec(arc.prop_filter("an arc has two ends", two_ends), 1..8)
}

fn cost(arcs: &[Drawn], flow: &[u32]) -> i64 {
    let of_arc = |(arc, carries): (&Drawn, &u32)| {
        let units = 0..i64::from(*carries);
        units.map(|unit| i64::from(arc.4) + i64::from(arc.5) * unit).sum::<i64>()
    };
    arcs.iter().zip(flow).map(of_arc).sum()
}

/// What comes to each node and does not leave it.
fn surplus(arcs: &[Drawn], flow: &[u32]) -> Vec<i64> {
    let mut surplus = vec![0; NODES as usize];
    for (arc, carries) in arcs.iter().zip(flow) {
        surplus[arc.0 as usize] -= i64::from(*carries);
        surplus[arc.1 as usize] += i64::from(*carries);
    }
    surplus
}

/// The least that any flow with this surplus costs.
fn least(arcs: &[Drawn], given: &[i64]) -> i64 {
    let mut flow: Vec<u32> = arcs.iter().map(|arc| arc.2).collect();
    let mut least = i64::MAX;
    loop {
        if surplus(arcs, &flow) == given {
            least = least.min(cost(arcs, &flow));
        }
        let Some(next) = (0..flow.len()).find(|at| flow[*at] < arcs[*at].2 + arcs[*at].3) else {
            return least;
        };
        flow[next] += 1;
        (0..next).for_each(|before| flow[before] = arcs[before].2);
    }
}

proptest! {
    #[test]
    fn no_flow_is_cheaper(arcs in arcs(), amounts in proptest::collection::vec(0..3_u32, 8)) {
        let begin: Vec<u32> =
            arcs.iter().zip(amounts).map(|(arc, amount)| arc.2 + amount.min(arc.3)).collect();
        let given = surplus(&arcs, &begin);
        let scale = i128::from(NODES) + 1;
        let mut flow = Flow::default();
        (0..NODES).for_each(|_| _ = flow.node(0));
        for (arc, carries) in arcs.iter().zip(begin) {
            let (base, slope) = (i128::from(arc.4) * scale, i128::from(arc.5) * scale);
            let (from, to, least, most) = (arc.0, arc.1, arc.2, arc.2 + arc.3);
            let arc = flow.arc(Arc { from, to, least, most, base, slope });
            (0..carries).for_each(|_| flow.load(arc));
        }
        (0..8).rev().for_each(|bits| flow.refine(bits));
        let found: Vec<u32> = (0..).zip(&arcs).map(|(at, _)| flow.carries(at)).collect();
        prop_assert!(flow.worst() <= 1);
        prop_assert_eq!(surplus(&arcs, &found), given.clone());
        prop_assert_eq!(cost(&arcs, &found), least(&arcs, &given));
    }
}
