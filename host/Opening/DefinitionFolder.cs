using Workflow.Definitions.Calendars;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;

namespace Workflow.Host.Opening;

/// <summary>The folder <c>definitions</c> as read at the start: processes, register, catalogue, calendars.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Library">The processes, fragments and laws.</param>
/// <param name="Register">The register with its catalogue.</param>
/// <param name="Calendars">The calendars.</param>
/// <param name="Linted">All of it with the scenarios, as drafts are linted with it.</param>
public sealed record DefinitionFolder(
    string Path,
    DefinitionLibrary Library,
    Register Register,
    CalendarShelf Calendars,
    LintedFolder Linted
)
{
    public const string Name = "definitions";

    /// <summary>Returns the folder named, or the one found upward from the current folder, or beside the program.</summary>
    /// <exception cref="OpeningRefusedException">There is none.</exception>
    public static string Find(string? named) => named is null ? Nearest() : There(named);

    private static string Nearest()
    {
        var here = Directory.GetCurrentDirectory();
        return In(here) ?? Above(here) ?? In(AppContext.BaseDirectory) ?? throw OpeningRefusals.NoDefinitions();
    }

    private static string There(string named) => Directory.Exists(named) ? named : throw OpeningRefusals.NotAFolder(named);

    private static string? In(string folder) => System.IO.Path.Combine(folder, Name) is var path && IsOne(path) ? path : null;

    /// <summary>Returns the folder of definitions that a file lies in, relative to the current folder where the file's path is; null when it lies in none.</summary>
    public static string? Around(string file)
    {
        if (Parents(file).FirstOrDefault(IsRoot) is not { } root)
            return null;
        return System.IO.Path.IsPathRooted(file) ? root : System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), root);
    }

    /// <summary>Returns the folder <c>definitions</c> that lies beside a file or above it, as samples have it; null when there is none.</summary>
    public static string? Above(string file) => Parents(file).Select(In).FirstOrDefault(found => found is not null);

    private static IEnumerable<string> Parents(string file)
    {
        for (var at = Directory.GetParent(System.IO.Path.GetFullPath(file)); at is not null; at = at.Parent)
            yield return at.FullName;
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="OpeningRefusedException">Something in it is wrong; the sentence names the first problem.</exception>
    public static DefinitionFolder Read(string folder)
    {
        var problems = new Problems();
        var register = RegisterReader.ReadFolder(folder, problems);
        var calendars = Shelf(folder, problems);
        var (library, files) = Load(folder);
        problems.Add(library.Problems);
        if (register is not null)
            problems.Add(DeputyProcesses.Check(register, library));
        var errors = problems.All.Where(p => p.Severity == Severity.Error).ToList();
        return errors.Count == 0
            ? new DefinitionFolder(folder, library, register!, calendars!, new LintedFolder(library, register!, calendars!, files))
            : throw OpeningRefusals.DefinitionsBroken(folder, errors.Count, errors[0]);
    }

    /// <summary>Reads the calendars alone; null when there is an error.</summary>
    public static CalendarShelf? Shelf(string folder, Problems problems) =>
        CalendarReader.ReadFolder(System.IO.Path.Combine(folder, FolderNames.Calendars), problems);

    private static (DefinitionLibrary Library, IReadOnlyDictionary<string, byte[]> Files) Load(string folder)
    {
        try
        {
            return (DefinitionLibrary.Load(folder), LintedFolder.FilesOf(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OpeningRefusals.FolderUnreadable(folder, MachineText.Of(e));
        }
    }

    /// <summary>Whether a folder is one of definitions: it has fragments or a register.</summary>
    public static bool IsRoot(string folder) => Directory.Exists(System.IO.Path.Combine(folder, "fragments")) || HasRegister(folder);

    private static bool IsOne(string folder) =>
        HasRegister(folder) || Directory.Exists(System.IO.Path.Combine(folder, FolderNames.Calendars));

    private static bool HasRegister(string folder) => File.Exists(System.IO.Path.Combine(folder, RegisterReader.RegisterFile));
}
