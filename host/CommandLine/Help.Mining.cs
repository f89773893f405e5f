namespace Workflow.Host.CommandLine;

// What is asked of logs and of many cases at once.
public static partial class Help
{
    public const string Conform =
        """
        Judges the event log of another system by a definition: order of steps, who acted, what was late.
        In a log of several processes an attribute of each case chooses its definition; cases of none are counted and named.
        The log is IEEE 1849 (XES), gzipped or not; a map says what its activities are to us. Every case and every event is accounted for.
        Of all ways to explain a case by the definition the cheapest is taken: a step too many costs 1, a step missing costs 1.

        Examples:
          conform samples/receipt/receipt.xes.gz --definition samples/receipt/definition/receipt.yaml --map samples/receipt/map.yaml
          conform log.xes --definition my.yaml --map map.yaml --format html --to report.html --language en
          conform log.xes --definition my.yaml --map map.yaml --format json > verdicts.json    each case, then the sum
          conform log.xes --definition permit.yaml --definition complaint.yaml --map maps.yaml    a section for each
        """;

    public const string Stats =
        """
        Counts a ledger: received, accepted, concluded, on time; by process, outcome, department, step, and by who held the clocks.
        Each rate is a fraction: received is not accepted, accepted is not concluded, and what is left over has a line of its own.
        A case accepted before --from and still pending then is carried over; the conclusion rate is of accepted and carried over.

        Examples:
          stats --database city.db
          stats --database city.db --from 2026-01-01 --to 2026-03-31 --csv quarter.csv --svg quarter.svg
        """;
}
