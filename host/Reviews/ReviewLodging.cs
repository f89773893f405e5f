using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Opening;

namespace Workflow.Host.Reviews;

/// <summary>Makes the lodging of a review from a population.</summary>
public static class ReviewLodging
{
    /// <summary>The process of a review.</summary>
    public const string Process = "case-file-review";

    private const string Organiser = "organiser";

    /// <summary>Returns the command.</summary>
    /// <param name="scope">What was asked for.</param>
    /// <param name="population">What was found.</param>
    /// <param name="sample">How many are to be drawn.</param>
    /// <param name="organiser">The person who lodges, by their id.</param>
    /// <param name="name">What the organiser is called.</param>
    /// <exception cref="OpeningRefusedException">There are too few cases, or they are of several offices.</exception>
    public static Lodge Of(ReviewScope scope, ImmutableArray<ConcludedCase> population, int sample, string organiser, string name)
    {
        if (population.Length < sample)
            throw ReviewRefusals.TooFew(sample, population.Length, scope.From, scope.To);
        var offices = population.Select(c => c.Office).Distinct().Order(StringComparer.Ordinal).ToList();
        if (offices.Count > 1)
            throw ReviewRefusals.SeveralOffices(offices);
        return new Lodge
        {
            Process = Process,
            Parties = [new PartyEntry(Organiser, organiser, name)],
            Form = Form(scope, population, sample, offices[0]),
        };
    }

    private static ImmutableSortedDictionary<string, FieldValue> Form(
        ReviewScope scope,
        ImmutableArray<ConcludedCase> population,
        int sample,
        string office
    ) =>
        new Dictionary<string, FieldValue>
        {
            ["from"] = new DateValue(scope.From),
            ["to"] = new DateValue(scope.To),
            ["office"] = new TextValue(office),
            ["sample"] = new NumberValue(sample),
            ["population"] = new RowsValue([.. population.Select(Row)]),
        }.ToImmutableSortedDictionary();

    private static ImmutableSortedDictionary<string, FieldValue> Row(ConcludedCase one) =>
        new Dictionary<string, FieldValue>
        {
            ["case"] = new TextValue(one.Case),
            ["item"] = new TextValue(one.Item),
            ["office"] = new TextValue(one.Office),
            ["concluded"] = new DateValue(one.Concluded),
            ["entries"] = new NumberValue(one.Entries),
            ["head"] = new TextValue(one.Head),
        }.ToImmutableSortedDictionary();
}
