using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Registers;

/// <summary>Reads the register and the catalogue of a folder of definitions.</summary>
public static class RegisterReader
{
    /// <summary>The file with the organisations and people.</summary>
    public const string RegisterFile = "register.yaml";

    /// <summary>The file with the items.</summary>
    public const string CatalogueFile = "catalogue.yaml";

    /// <summary>Reads both files of a folder; null when any problem is an error.</summary>
    /// <param name="folder">The folder, like <c>definitions</c>.</param>
    /// <param name="problems">Collects what should be mended, with file, line and column.</param>
    public static Register? ReadFolder(string folder, Problems problems)
    {
        var found = new Problems();
        var (people, items) = (Open(folder, RegisterFile, found), Open(folder, CatalogueFile, found));
        var register = people is null || items is null ? null : Bind(people, items, found);
        problems.Add(found.All);
        return found.HasErrors ? null : register;
    }

    /// <summary>Reads both files from their texts; null when any problem is an error.</summary>
    public static Register? Read(string register, string catalogue, Problems problems) =>
        Read(
            found => SyntaxReader.Read(RegisterFile, register, found),
            found => SyntaxReader.Read(CatalogueFile, catalogue, found),
            problems
        );

    /// <summary>Reads both files from their bytes; null when any problem is an error.</summary>
    public static Register? Read(byte[] register, byte[] catalogue, Problems problems) =>
        Read(
            found => SyntaxReader.Read(RegisterFile, register, found),
            found => SyntaxReader.Read(CatalogueFile, catalogue, found),
            problems
        );

    private static Register? Read(Func<Problems, SyntaxNode?> register, Func<Problems, SyntaxNode?> catalogue, Problems problems)
    {
        var found = new Problems();
        var people = RegisterKeys.Of(register(found), Things.TheRegister, found);
        var items = RegisterKeys.Of(catalogue(found), Things.TheCatalogue, found);
        var both = people is null || items is null ? null : Bind(people, items, found);
        problems.Add(found.All);
        return found.HasErrors ? null : both;
    }

    private static Register? Bind(RegisterKeys people, RegisterKeys items, Problems found)
    {
        var (organisations, persons) = PeopleReader.Read(people);
        var catalogue = CatalogueReader.Read(items, organisations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal));
        return found.HasErrors ? null : new Register(organisations, persons, catalogue);
    }

    private static RegisterKeys? Open(string folder, string name, Problems problems)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return RegisterKeys.Of(SyntaxReader.Read(path, File.ReadAllBytes(path), problems), Things.FileNamed(name), problems);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Error(new Position(path, 1, 1), RegisterProblems.Unreadable(name, MachineText.Of(fault)));
            return null;
        }
    }
}
