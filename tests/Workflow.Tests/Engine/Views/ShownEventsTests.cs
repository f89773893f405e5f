using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Views;

namespace Workflow.Tests.Engine.Views;

/// <summary>Every event says which views it is in.</summary>
public sealed class ShownEventsTests
{
    private static IEnumerable<Type> Events => typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);

    [TestCaseSource(nameof(Events))]
    public void Somebody_said_what_a_party_sees_of_it(Type happened) =>
        Assert.That(ShownEvents.ToParty((CaseEvent)RuntimeHelpers.GetUninitializedObject(happened)), Is.Not.EqualTo((Shown)(-1)));

    [Test]
    public void What_offices_say_to_one_another_is_never_whole()
    {
        Type[] said =
        [
            typeof(CommentAdded),
            typeof(FileAttached),
            typeof(AnswerGiven),
            typeof(Urged),
            typeof(Supervised),
            typeof(SideAsked),
            typeof(SideReplied),
            typeof(StepProposed),
            typeof(StepTransferred),
        ];
        Assert.That(
            said.Select(t => ShownEvents.ToParty((CaseEvent)RuntimeHelpers.GetUninitializedObject(t))),
            Has.None.EqualTo(Shown.Whole)
        );
    }
}
