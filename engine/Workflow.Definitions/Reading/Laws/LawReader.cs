using System.Collections.Immutable;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Reading.Laws;

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
        var scope = new Scope(Walk.Alone(problems));
        return Shape.Of(scope, root, LawKeys.Law, Things.Law) is { } file ? Checked(file) : null;
    }

    private static Law Checked(Shape file)
    {
        var editions = Placed(file, "editions", LawPartReader.Edition);
        var days = Placed(file, "days", LawPartReader.Days);
        var articles = Placed(file, "articles", ArticleReader.Read);
        var law = Of(file) with { Editions = Plain(editions), Days = Plain(days), Articles = Plain(articles) };
        new LawCheck(law, file.Scope).Run(editions, articles, file["grounds"] as MapSyntax);
        return law;
    }

    private static Law Of(Shape file)
    {
        var title = Title(file);
        file.Required("editions", Things.TheLaw);
        return new Law
        {
            Title = file.Text("law", Things.ShortTitle, requiredBy: Things.TheLaw) ?? "",
            Zh = In(title, "zh"),
            En = In(title, "en"),
            Kind = file.Word("kind", Things.WhatItIs, Things.TheLaw, LawWords.Kinds) ?? LawKind.Document,
            By = file.Text("by", Things.WhoMadeIt),
            Governs = LawValues.Words(file.Scope, file["governs"], Things.TypeOfItem),
            Grounds = LawValues.Grounds(file.Scope, file["grounds"]),
            Editions = [],
            Decisions = [.. file.Each("decisions", ArticleReader.Decision)],
        };
    }

    private static string In(Shape? title, string language) => title?.Text(language, Things.Title, requiredBy: Things.TheTitle) ?? "";

    private static Shape? Title(Shape file) =>
        Shape.Of(file.Scope, file.Required("title", Things.TheLaw), DefinitionKeys.Words, Things.Title);

    private static List<Placed<T>> Placed<T>(Shape file, string key, Func<Scope, SyntaxNode, T?> read)
        where T : class =>
        [
            .. from item in Values.Items(file[key])
            let thing = read(file.Scope, item)
            where thing is not null
            select new Placed<T>(thing, item.At),
        ];

    private static ImmutableArray<T> Plain<T>(List<Placed<T>> placed) => [.. placed.Select(p => p.Thing)];
}

/// <summary>Something with the place where it is written.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="At">Where it begins.</param>
internal sealed record Placed<T>(T Thing, Position At);
