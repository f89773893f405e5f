using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the file of one law: bytes in, the law or every problem at once out.</summary>
public static class LawReader
{
    /// <summary>Reads one law; null when any problem is an error.</summary>
    /// <param name="file">The file's name, for positions.</param>
    /// <param name="bytes">Its bytes, which must be UTF-8.</param>
    /// <param name="problems">Collects what should be mended.</param>
    public static Law? Read(string file, ReadOnlySpan<byte> bytes, Problems problems)
    {
        var found = new Problems();
        var law = SyntaxReader.Read(file, bytes, found) is { } root ? Read(root, found) : null;
        problems.Add(found.All);
        return found.HasErrors ? null : law;
    }

    private static Law? Read(SyntaxNode root, Problems problems)
    {
        var scope = new Scope(new Walk(problems, null, DefinitionLibrary.Empty));
        if (Shape.Of(scope, root, LawKeys.Law, "a law") is not { } file) return null;
        var editions = Placed(file, "editions", LawPartReader.Edition);
        var days = Placed(file, "days", LawPartReader.Days);
        var articles = Placed(file, "articles", ArticleReader.Read);
        var law = Of(file) with { Editions = Things(editions), Days = Things(days), Articles = Things(articles) };
        new LawCheck(law, scope).Run(editions, articles);
        return law;
    }

    private static Law Of(Shape file)
    {
        var scope = file.Scope;
        var title = file.Required("title", "the law") is { } words ? Shape.Of(scope, words, DefinitionKeys.Words, "a title") : null;
        file.Required("editions", "the law");
        return new Law
        {
            Title = Values.Text(scope, file.Required("law", "the law"), "a short title") ?? "",
            Zh = Values.Text(scope, title?.Required("zh", "the title"), "a title") ?? "",
            En = Values.Text(scope, title?.Required("en", "the title"), "a title") ?? "",
            Kind = Values.Word<LawKind>(scope, file.Required("kind", "the law"), "what it is", LawWords.Kinds) ?? LawKind.Document,
            By = Values.Text(scope, file["by"], "who made it"),
            Governs = LawValues.Words(scope, file["governs"], "a type of item"),
            Editions = [],
        };
    }

    private static List<Placed<T>> Placed<T>(Shape file, string key, Func<Scope, SyntaxNode, T?> read) where T : class =>
        [.. Values.Items(file[key]).Select(item => (item.At, Thing: read(file.Scope, item))).Where(x => x.Thing is not null).Select(x => new Placed<T>(x.Thing!, x.At))];

    private static ImmutableArray<T> Things<T>(List<Placed<T>> placed) => [.. placed.Select(p => p.Thing)];
}

/// <summary>Something with the place where it is written.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="At">Where it begins.</param>
internal sealed record Placed<T>(T Thing, Position At);
