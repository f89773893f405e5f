using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Papers;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads what a process says of itself before its steps.</summary>
internal static class HeaderReader
{
    /// <summary>The title that <paramref name="what"/> cannot do without.</summary>
    public static LocalizedText Title(Shape file, Message what) =>
        file.Words("title", Things.Title, requiredBy: what) ?? new LocalizedText("");

    public static Item Item(Shape file)
    {
        var scope = file.Scope;
        return Shape.Of(scope, file.Required("item", Things.TheProcess), DefinitionKeys.Item, Things.TheItem) is { } item
            ? Written(item.Placed("item"))
            : new Item("", "", "");
    }

    private static Item Written(Shape item) =>
        new(
            item.Text("code", Things.Code, requiredBy: Things.TheItem) ?? "",
            item.Text("type", Things.Type, requiredBy: Things.TheItem) ?? "",
            item.Office("lead", Things.TheItem) ?? ""
        );

    public static ImmutableArray<Office> Offices(Shape file)
    {
        ImmutableArray<Office> offices = [.. NamedItems.Of(file.Scope, file["offices"], Things.Offices).Select(e => Office(file.Scope, e))];
        foreach (var office in offices)
            file.Scope.Walk.Found.Offices[office.Key] = office.Words();
        return offices;
    }

    private static Office Office(Scope scope, MapEntry entry)
    {
        if (entry.Value is not MapSyntax || TitleReader.IsTitle(entry.Value))
            return Titled(entry.Key, TitleReader.Read(scope, entry.Value, Things.Title));
        return Shape.Of(scope, entry.Value, DefinitionKeys.Office, Things.Office) is { } shape
            ? Written(shape, entry.Key)
            : new Office(entry.Key, entry.Key);
    }

    private static Office Titled(string id, LocalizedText? title) => new(id, title?.Zh ?? id) { TitleEn = title?.En };

    private static Office Written(Shape office, string id) =>
        Titled(id, office.Words("title", Things.Title, requiredBy: Things.Office)) with
        {
            Mark = office.Text("mark", Things.MarkOfTheOffice),
            InNameOf = office.Office("in-name-of"),
            Remedies = RemedyBodiesReader.Read(office.Scope, office["remedies"]),
        };

    public static ImmutableArray<Party> Parties(Shape file)
    {
        var named = Titles(file, "parties", Things.Parties);
        foreach (var (key, title) in named)
            file.Scope.Walk.Found.Parties[key] = title;
        return [.. named.Select(n => new Party(n.Key, n.Title.Zh) { TitleEn = n.Title.En })];
    }

    public static Retention Retention(Scope scope, SyntaxNode? syntax)
    {
        var fallback = new Retention(10);
        if (Values.Scalar(scope, syntax, Things.Retention) is not { } scalar)
            return fallback;
        if (scalar.Text == "permanent")
            return new Retention(null);
        if (Years(scalar.Text) is { } years)
            return new Retention(years);
        scope.Error(scalar.At, ValueProblems.Retention(Shape.Words(scalar)));
        return fallback;
    }

    private static int? Years(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, "year" or "years"]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
        && years is >= 1 and <= 1000
            ? years
            : null;

    public static int LateRecording(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is null)
            return 5;
        if (syntax is ScalarSyntax { Text: "never" })
            return 0;
        if (Values.Period(scope, syntax, Things.HowFarBack) is not { } period)
            return 0;
        if (period.Unit != PeriodUnit.WorkingDays)
            scope.Error(syntax.At, ValueProblems.WorkingDays(Shape.Words(syntax)));
        return period.Amount;
    }

    private static List<(string Key, LocalizedText Title)> Titles(Shape file, string section, Message what)
    {
        var scope = file.Scope;
        return
        [
            .. NamedItems
                .Of(scope, file[section], what)
                .Select(e => (e.Key, TitleReader.Read(scope, e.Value, Things.Title) ?? new LocalizedText(e.Key))),
        ];
    }
}
