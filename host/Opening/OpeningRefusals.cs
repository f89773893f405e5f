using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;

namespace Workflow.Host.Opening;

/// <summary>What stands against beginning: files, folders, databases and definitions that cannot be used.</summary>
internal static class OpeningRefusals
{
    /// <summary>The database that is to be read does not exist.</summary>
    internal static OpeningRefusedException NoDatabase(string file) => new("opening.no_database", ("file", file));

    /// <summary>The machine does not open the file.</summary>
    internal static OpeningRefusedException DatabaseUnusable(string file, Message detail) =>
        new("opening.database_unusable", ("file", file), ("detail", detail));

    /// <summary>The folder named is none.</summary>
    internal static OpeningRefusedException NotAFolder(string folder) => new("opening.not_a_folder", ("folder", folder));

    /// <summary>No folder of definitions is found.</summary>
    internal static OpeningRefusedException NoDefinitions() => new("opening.no_definitions");

    /// <summary>The definitions have errors.</summary>
    internal static OpeningRefusedException DefinitionsBroken(string folder, int count, Problem first) =>
        new("opening.definitions_broken", ("folder", folder), ("count", count), ("first", Told(first)));

    /// <summary>The machine does not read the folder.</summary>
    internal static OpeningRefusedException FolderUnreadable(string folder, Message detail) =>
        new("opening.folder_unreadable", ("folder", folder), ("detail", detail));

    /// <summary>The look could not be recorded, and so nothing is shown.</summary>
    internal static OpeningRefusedException LookNotRecorded(string database, Message detail) =>
        new("opening.look_not_recorded", ("database", database), ("detail", detail));

    /// <summary>A demonstration was asked for on a ledger that was not begun as one.</summary>
    internal static OpeningRefusedException RealLedger(string database) => new("opening.real_ledger", ("database", database));

    /// <summary>Real cases were to be served from a ledger of simulated days.</summary>
    internal static OpeningRefusedException SimulatedLedger(string database) => new("opening.simulated_ledger", ("database", database));

    /// <summary>The ledger of a demonstration has entries of a later day than the one it is to begin on.</summary>
    internal static OpeningRefusedException LaterLedger(string database, DateOnly last, DateOnly begins) =>
        new("opening.later_ledger", ("database", database), ("last", last), ("begins", begins));

    /// <summary>The folder for receipts cannot be used.</summary>
    internal static OpeningRefusedException ReceiptsUnusable(string folder, Message detail) =>
        new("opening.receipts_unusable", ("folder", folder), ("detail", detail));

    /// <summary>A setting is no address of the web.</summary>
    internal static OpeningRefusedException NoAddress(string name, string found) =>
        new("opening.setting_address", ("name", name), ("found", found));

    /// <summary>A setting is no whole number from 1 on.</summary>
    internal static OpeningRefusedException NoCount(string name, string found) =>
        new("opening.setting_count", ("name", name), ("found", found));

    /// <summary>A setting does not list addresses.</summary>
    internal static OpeningRefusedException NoProxies(string name, string found) =>
        new("opening.setting_proxies", ("name", name), ("found", found));

    /// <summary>The address is taken or none.</summary>
    internal static OpeningRefusedException CannotListen(string urls, Message detail) =>
        new("opening.cannot_listen", ("urls", urls), ("detail", detail));

    /// <summary>A file has errors.</summary>
    internal static OpeningRefusedException Broken(Message what, Problem first) =>
        new("opening.broken", ("what", what), ("first", Told(first)));

    /// <summary>A file has errors, each of which is told.</summary>
    internal static OpeningRefusedException BrokenWith(Message what, IReadOnlyList<Problem> problems) =>
        new("opening.broken_with", ("what", what), ("count", problems.Count(p => p.Severity == Severity.Error)), ("all", Lines(problems)));

    /// <summary>The register does not know the person.</summary>
    internal static OpeningRefusedException UnknownPerson(string person, IEnumerable<NameValue> known) =>
        new(new Message("opening.unknown_person", ("person", person)).With(NearNames.Person(person, [.. known])));

    /// <summary>There is no such organisation.</summary>
    internal static OpeningRefusedException UnknownOffice(string office, IEnumerable<NameValue> known) =>
        new(new Message("opening.unknown_office", ("office", office)).With(NearNames.Of(office, known)));

    /// <summary>No case of the ledger had a task at the organisation.</summary>
    internal static OpeningRefusedException OfficeWithoutCases(string office, IEnumerable<NameValue> known) =>
        new(new Message("opening.office_without_cases", ("office", office)).With(NearNames.Of(office, known)));

    /// <summary>The register knows no post of the person.</summary>
    internal static OpeningRefusedException NoPost(string person) => new("opening.no_post", ("person", person));

    /// <summary>A file is to be written into a folder that does not exist.</summary>
    internal static OpeningRefusedException NoFolder(string folder) => new("opening.no_folder", ("folder", folder));

    /// <summary>Another program writes to the database for longer than is waited.</summary>
    internal static OpeningRefusedException DatabaseBusy(string file) => new("opening.database_busy", ("file", file));

    /// <summary>A folder holds nothing that is checked.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="others">The files that are in it all the same.</param>
    internal static OpeningRefusedException NothingToLint(string folder, int others) =>
        new("opening.nothing_to_lint", ("folder", folder), ("others", others));

    /// <summary>A file does not exist.</summary>
    internal static OpeningRefusedException NoFile(Message what, string file) => new("opening.no_file", ("what", what), ("file", file));

    /// <summary>The machine does not read a file.</summary>
    internal static OpeningRefusedException Unreadable(Message what, string file, Message detail) =>
        new("opening.unreadable", ("what", what), ("file", file), ("detail", detail));

    /// <summary>A file is over its bound.</summary>
    internal static OpeningRefusedException TooLarge(Message what, string file, long most) =>
        new("opening.too_large", ("what", what), ("file", file), ("most", most));

    /// <summary>The file to write is there already.</summary>
    internal static OpeningRefusedException Exists(string file) => new("opening.exists", ("file", file));

    /// <summary>No case has this number.</summary>
    internal static OpeningRefusedException NoCase(string number) => new("opening.no_case", ("number", number));

    /// <summary>A database holds no case with this number.</summary>
    internal static OpeningRefusedException NoCaseIn(string file, string number) =>
        new("opening.no_case_in", ("file", file), ("number", number));

    /// <summary>The definition of a case is gone.</summary>
    internal static OpeningRefusedException DefinitionMissing(string number, string digest) =>
        new("opening.definition_missing", ("number", number), ("digest", digest));

    /// <summary>A problem of a definition, as a part of a sentence.</summary>
    internal static Message Told(Problem problem) =>
        new(
            "opening.problem",
            ("at", $"{problem.At}"),
            ("weight", problem.Severity.Word),
            ("code", problem.Code),
            ("message", problem.Message)
        );

    private static Message Lines(IEnumerable<Problem> problems) =>
        problems.Select(Told).Reverse().Aggregate((rest, first) => new Message("opening.lines", ("first", first), ("rest", rest)));
}
