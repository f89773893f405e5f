namespace Workflow.Host.CommandLine;

/// <summary>What --help teaches: what a verb is for, and examples to copy.</summary>
public static partial class Help
{
    public const string Root =
        """
        行政审批流程引擎 Workflow: administrative approvals with statutory working-day clocks.

        Start here:
          dotnet run --project host -- run samples/three-certificates/story.yaml    play a story and print its timeline
          dotnet run --project host -- serve --demo          serve on http://127.0.0.1:5080 and print demonstration tokens
          dotnet run --project host -- lint definitions      check every definition
          dotnet run --project host -- test definitions      play every scenario beside them
          dotnet run --project host -- due < requests.csv    reckon due dates
        Without a verb it serves. Every verb has its own --help with examples.
        """;

    public const string Serve =
        """
        Serves the HTTP interface and sweeps the deadlines until Ctrl-C.

        Examples:
          serve --demo                                       with demonstration people; their tokens are printed once
          serve --demo --today 2014-05-06                    to try a process that is no longer in force
          serve --database city.db --urls http://127.0.0.1:8080
          serve --webhook https://example.org/messages       post messages there instead of logging them
          serve --receipts /mnt/archive/seals --authority http://tsa.example.org/    bring each seal's receipts outside
        Then open /swagger, or: curl -H "Authorization: Bearer TOKEN" http://127.0.0.1:5080/api/work
        """;

    public const string Lint =
        """
        Reports every problem of definitions as file:line:column severity code sentence hint.
        It holds processes against register, catalogue, laws, calendars and scenarios. Exit 1 when any problem is an error,
        with --strict when there is any. A warning is allowed by a comment on its line or before it: # lint: allow CODE because REASON

        Examples:
          lint definitions
          lint definitions/market/three-certificates.yaml --format json
          lint definitions --format sarif > problems.sarif   for editors and code hosts
          lint - --as definitions/market/new.yaml < draft.yaml   a file that is not saved yet
          lint definitions --profile four-steps-three-days   with the policy of a city or of a kind of item
          lint --explain clock.never_stops                   what a code means, why, and how it is mended

        What it looks for beyond a file that reads:

        """;

    public const string Test =
        """
        Plays the scenarios of files named *.scenarios.yaml on simulated time.
        One line each; what came out otherwise than expected follows as file:line:column code message. Exit 1 when anything did.

        Examples:
          test definitions
          test definitions/market/three-certificates.scenarios.yaml
          test definitions --json
        """;

    public const string Run =
        """
        Plays a story on simulated time and prints its dated timeline.
        It tells what happened, clocks and lamps, who had to act, documents. Exit 1 when the story came out otherwise than it expects.

        Examples:
          run samples/three-certificates/story.yaml
          run samples/three-certificates/story.yaml --json
          run samples/three-certificates/story.yaml --database story.db    then: cases --database story.db
        """;

    public const string Due =
        """
        Answers requests for due dates, read as CSV from standard input.
        One answer per request, and a bad row never stops the rest. Header: id,from,limit,pauses,roll. Answers: id,due,status,note. Exit 1 when a row could not be answered.

        Example:
          printf 'id,from,limit,pauses,roll\na,2025-09-01,20 working days,,\n' | workflow due --explain
        """;

    public const string Cases =
        """
        Lists the cases of a database, those touched last first.

        Examples:
          cases
          cases --database city.db --json
        """;

    public const string Replay =
        """
        Tells a case's story from its ledger alone, and how it stood then: clocks, lamps, open tasks, who held each
        post, who might do what and why not. Holders are those whom the facts of the entries name; --definitions adds those whom a register has in the post that day.
        Step forward and back with --entry. A moment without an offset is one on the clocks of the authority, as the story prints it;
        a day alone means its end, a minute its last second. --legal is another view: how the case stood in law on a day by everything known now, facts recorded later included.

        Examples:
          replay XN-GS-0001-2014-000001
          replay XN-GS-0001-2014-000001 --at "2014-05-07 10:00"           as it was recorded by then
          replay XN-GS-0001-2014-000001 --at 2014-05-07                   as it was recorded by the end of that day
          replay XN-GS-0001-2014-000001 --entry 4                         as it was after the fourth entry
          replay XN-GS-0001-2014-000001 --legal 2014-05-07                in law, as that day ended
        """;

    public const string Why =
        """
        Explains why a clock ends when it ends: its law, what became of every day, and who held it.
        Each day is counted, a weekend, a holiday, excluded (on what ground, by which document) or overdue, and names who had to act as it ended.
        The days are apportioned to offices, parties, persons and excluded procedures without remainder. --at is read as replay reads it.

        Examples:
          why XN-GS-0001-2014-000001 handling
          why XN-GS-0001-2014-000001                         every clock of the case
          why XN-GS-0001-2014-000001 handling --at "2014-05-07 10:00"    as it was recorded by then
          why XN-GS-0001-2014-000001 handling --language en
        """;

    public const string Next =
        """
        Tells before somebody acts what would come of it: what opens for whom and until when, what is issued, which clocks change.
        Then how the case would likely go on. It is the code that decides, on a copy: nothing is written and no number is taken.
        Fields that are still to be filled in count as empty. Exit 1 when the act would be refused.

        Examples:
          next XN-GS-0001-2014-000001 acceptance accept
          next XN-GS-0001-2014-000001 licence refuse --by li-ming --json
        """;

    public const string Adopt =
        """
        Takes over running cases from another system: each row of a CSV file is one case, decided and written by itself; a bad
        row never stops the next. Signed by the head of the leading office with the transfer list and reasons. Statutory clocks
        count from their real start, with the pauses and extensions told; nothing takes effect by silence. A case is taken over
        once: the same file may be given again. Exit 1 when a row was refused. Ctrl-C stops between rows.

        Columns, named as the definition names things:
          number, lodged-on, at          the case's number there, the day of its lodging, the steps open there (a; b)
          party.ROLE, party.ROLE.person  the party's name, and who acts for it here
          form.FIELD, materials          values of the form; materials received (a; b); a table as JSON: "[{""name"": ""张三""}, {""name"": ""李四""}]"
          STEP, STEP.on, STEP.by, STEP.reasons, STEP.FIELD   outcome and day of a finished step; (a; b) where it ran several times
          STEP.person                    who acted, by their id here (li-lei wang-wu; zhao-liu): separation holds against them from then on
          STEP.answers                   votes: planning.officer=pass on 2020-05-14 person li-lei; fire.officer=- on 2020-05-15
          moment.NAME, opened.STEP       legal days that are others than those of the acts
          document.ID, document.ID.on    numbers of documents issued there; - where there was none
          promise.MATERIAL               容缺承诺书3号 on 2026-03-02 kept 2026-03-05; 'kept' and its day are left out while it is awaited
          pause.CLOCK                    听证 2014-05-08..2014-05-20 听证通知书3号; the second day is left out while it is open
          extend.CLOCK                   15 working days on 2014-06-03 by 张伟 for 案情复杂
          holder.STEP                    who has taken the open task

        Examples:
          adopt cases.csv --process three-certificates --from-system 旧审批系统 --by qian-jin --document 移交〔2014〕3号 --reasons 新系统上线 --dry-run
          adopt cases.csv --process three-certificates --from-system 旧审批系统 --by qian-jin --document 移交〔2014〕3号 --reasons 新系统上线 --series series.csv
        """;

    public const string Migrate =
        """
        Moves running cases to another definition of their process, each by itself; one that cannot move never stops the rest.
        Statutory clocks keep their start, pauses and extensions: only their length is derived again. Exit 1 when a case stays.
        The mapping names what is called otherwise there: {"steps": {"draft": "prepare"}, "outcomes": {"draft.done": "ready"},
        "clocks": {"decision": "handling"}, "ends": ["internal-limit"]}. See engine/README.md for what becomes of added steps.

        Examples:
          migrate XN-GS-0001-2014-000001 --to 2015-10-01 --by qian-jin --dry-run
          migrate --process three-certificates --to 4f2a9c --map map.json --by qian-jin --document 批复3号 --reasons 新法施行
        """;

    public const string Verify =
        """
        Checks every chain over the stored bytes, the seals over them and the receipts given; of a database it then decides
        every command again with its recorded facts. Faults name case, entry and, in an export, the line.
        Only receipts from outside prove anything: without them it says what it cannot know. Exit 1 when something is wrong,
        2 when the export or a receipt cannot be read. Nothing wrong but nothing proven is 0 as well, and told in the sentence
        "Not verified"; with --require-receipts it is 3, for scripts that must not take one for the other.

        Examples:
          verify --database city.db
          verify --database city.db --receipts /mnt/archive/seals --certificate authority.pem
          verify city.jsonl --receipts /mnt/archive/seals    an export, without its database
          verify city.jsonl --receipts /mnt/archive/seals --require-receipts    in a nightly job
          verify case.jsonl --head "seal 12 sha256:0a1b… 2014-06-06T01:00:00Z"
        """;

    public const string Readjudicate =
        """
        Decides every recorded command again with its recorded definition, facts, calendar and rules version, and compares the events.
        A forged entry is found even when its whole chain was hashed anew. Exit 1 when anything differs.

        Examples:
          readjudicate
          readjudicate XN-GS-0001-2014-000001 --database city.db
          readjudicate --json > differences.json
        """;

    public const string WhatIf =
        """
        Plays recorded cases again as if the law, the calendar or a limit had been another, and lists what changes.
        People act as recorded, with the facts they saw; what rules did comes about anew on simulated time. Nothing is written to the ledger.
        A command that the alternative refuses is listed, and the walk goes on where it can. --until is read as replay reads --at.

        Examples:
          whatif ZJ-YS-0001-2020-000001 --limit "joint=25 working days"
          whatif --all --limit "joint=10 working days" --html report.html
          whatif --all --definition draft.yaml --json
          whatif --all --calendar calendars-2027
        """;

    public const string Rebuild =
        """
        Computes from the ledger every row that is a function of it and repairs the rows that differ.
        With --check it only compares, and exits 1 when something differs.
        """;

    public const string Seal =
        """
        Seals what changed since the last seal and prints one line, the head, to copy on paper.
        serve does the same every ten minutes. Nothing is sealed when nothing changed. A seal proves something only through
        a receipt that lies where the database's administrator cannot write: a file, the printed line, or a token.

        Examples:
          seal --database city.db
          seal --database city.db --receipts /mnt/archive/seals
          seal --database city.db --receipts /mnt/archive/seals --authority http://tsa.example.org/
        """;

    public const string Export =
        """
        Writes the ledger, or one case, into a new file, whole or not at all.
        ledger: exact stored texts with seals, definitions and calendars; 'verify FILE' checks it without this program's database. A single case carries, instead of other people's cases, a path to each seal that names it and of each other seal the proof that it does not.
        xes: IEEE 1849 event log (gzipped where FILE ends in .gz). ocel: object-centric log OCEL 2.0 as JSON; ocel-sqlite: the same as a SQLite file. csv: a row for each event (RFC 4180).
        Personal values are sealed in the ledger and are in none of them; the ids of the register's people are.

        Examples:
          export --database city.db --to city.jsonl
          export --database city.db --to case.jsonl XN-GS-0001-2014-000001
          export --format xes --to log.xes.gz --database city.db
          export --format ocel --to case.json --database city.db XN-GS-0001-2014-000001
          export --format file --to case.zip --database city.db XN-GS-0001-2014-000001    the case file 案卷
          export --format file --to case.html --database city.db XN-GS-0001-2014-000001    its page alone
        """;

    public const string Erase =
        """
        Takes away for good what closed cases hold of people: values of personal fields with their salts, and attachments.
        The ledger keeps only their salted hashes, so that it still verifies; verify then says 'erased'. The act is recorded
        with its order and by whom. Copies elsewhere, backups first, still hold everything: erase there too.

        It does not reach what the ledger holds in clear, for an entry that was changed would break the chain: names and ids of
        parties and of all who acted, fields that the definition does not call personal, the texts of documents (a personal value
        in them is a reference, a name is not), reasons, opinions and remarks, names of attached files; and who read the case.

        Examples:
          erase XN-GS-0001-2014-000001 --order 市档销〔2025〕3号
          erase --before 2026-01-01 --order 市档销〔2026〕1号     every case whose retention ended before that day and that still holds something
        """;

    public const string Review =
        """
        Reviews concluded cases 案卷评查 by lots that nobody can steer.
        Each file drawn is scored; what is found wrong is corrected and looked at again. 'population' lists the concluded cases and lodges the review; people then seal the lots, draw them and score the files
        through the interface as with any case; 'report' tells what came of it.
        """;

    public const string ReviewPopulation =
        """
        Lists the concluded cases of a ledger and lodges the review of a sample of them.
        They are ordered by day of conclusion and number, each with the hash of its last entry. The same ledger and question give the same list.

        Examples:
          review population --database city.db --from 2026-01-01 --to 2026-06-30 --office aic --sample 5 --by gu-yan
          review population --database city.db --from 2026-01-01 --to 2026-06-30 --process joint-acceptance --sample 5 --by gu-yan --json
        """;

    public const string ReviewReport =
        """
        Tells how the files of a review were drawn, and what came of each.
        It draws them again from the seed; then come the score of each file, its findings, its corrections, and how the
        scores are spread. Exit 1 when the draw comes out otherwise.

        Examples:
          review report SF-PC-0001-2026-000001 --database city.db
          review report SF-PC-0001-2026-000001 --database city.db --format html --to review.html --language en
        """;

    public const string Token =
        """
        Makes a bearer token for a person of the register and prints it once; the database keeps only its hash.

        Examples:
          token wang-fang
          token wang-fang --days 30
          token wang-fang --revoke                           ends the tokens made so
        """;
}
