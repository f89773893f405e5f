using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Workflow.Engine.Evidence;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Tests.Guarantees;

/// <summary>Every member of a closed set has a stored name of its own, and is handled.</summary>
public sealed class ClosedSetsTests
{
    private static readonly Type[] Sets =
    [
        typeof(CaseEvent),
        typeof(CaseCommand),
        typeof(Expression),
        typeof(FieldValue),
        typeof(Node),
        typeof(Exit),
        typeof(Assignee),
    ];

    [TestCaseSource(nameof(Sets))]
    public void Every_member_has_one_stored_name_of_its_own(Type set)
    {
        var named = set.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
        Assert.That(named.Select(n => n.DerivedType), Is.EquivalentTo(Members(set)));
        Assert.That(named.Select(n => n.TypeDiscriminator), Is.Unique.And.All.InstanceOf<string>());
    }

    // An empty member makes whatever handles it stumble; only what nobody handles is unreachable.
    [TestCaseSource(nameof(Events))]
    public void Every_event_folds(Type happened) =>
        Assert.That(Reached(() => CaseFold.Apply(CaseState.Empty, (CaseEvent)RuntimeHelpers.GetUninitializedObject(happened))), Is.True);

    [TestCaseSource(nameof(Events))]
    public void Every_event_is_announced_by_its_own_name_or_kept(Type happened)
    {
        var events = new[] { (CaseEvent)RuntimeHelpers.GetUninitializedObject(happened) };
        var row = ImmutableArray<OutboxRow>.Empty;
        Assert.That(Reached(() => row = CaseRows.Outbox(CaseState.Empty, events)), Is.True);
        var name = typeof(CaseEvent)
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Single(n => n.DerivedType == happened)
            .TypeDiscriminator;
        Assert.That(row.Select(r => r.Kind), Is.All.EqualTo(name));
    }

    [TestCaseSource(nameof(Events))]
    public void Every_event_changes_whose_turn_it_is_or_does_not(Type happened)
    {
        var door = ShippedStories.Played(ShippedStories.Readings[0].Scenarios[0]).Door;
        var entry = door.Entries(door.Cases[0])[0];
        var odd = entry with { Events = [(CaseEvent)RuntimeHelpers.GetUninitializedObject(happened)] };
        var process = ShippedStories.World.Bound(entry.Definition);
        Assert.That(Reached(() => LegalView.Of(process, [entry, odd], Told.CalendarOf(entry), entry.Stamp.EffectiveOn)), Is.True);
    }

    [TestCaseSource(nameof(Commands))]
    public void Every_command_is_decided(Type command) =>
        Assert.That(
            Reached(() =>
                CaseScenario.OpenPermit.Decide((CaseCommand)RuntimeHelpers.GetUninitializedObject(command), "2026-03-02", SmallPermit.Clerk)
            ),
            Is.True
        );

    [Test]
    public void Every_command_has_one_row_in_the_table_of_operations() =>
        Assert.That(Operations(), Is.EquivalentTo(Members(typeof(CaseCommand))));

    // The table is the engine's own: its rows name their commands by type.
    private static IEnumerable<object?> Operations()
    {
        var table = typeof(CaseCommand).Assembly.GetType("Workflow.Engine.Deciding.Operations", throwOnError: true)!;
        var rows = (System.Collections.IEnumerable)table.GetProperty("All", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        return rows.Cast<object>().Select(row => row.GetType().GetProperty("Command")!.GetValue(row));
    }

    private static IEnumerable<Type> Events() => Members(typeof(CaseEvent));

    private static IEnumerable<Type> Commands() => Members(typeof(CaseCommand));

    private static IEnumerable<Type> Members(Type set) => set.Assembly.GetTypes().Where(t => t.IsSubclassOf(set) && !t.IsAbstract);

    private static bool Reached(Action act)
    {
        try
        {
            act();
        }
        catch (UnreachableException)
        {
            return false;
        }
        catch (Exception fault)
            when (fault is NullReferenceException or ArgumentNullException or KeyNotFoundException or InvalidOperationException) { }

        return true;
    }
}
