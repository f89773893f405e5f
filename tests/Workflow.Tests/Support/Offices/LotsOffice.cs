using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;

namespace Workflow.Tests.Support.Offices;

/// <summary>A case of the small office in which three of nine experts are drawn by lot and give an opinion each.</summary>
internal static class LotsOffice
{
    internal const string Form =
        "form: {experts: {title: 专家, type: rows, columns: {name: {title: 姓名, type: text}}}, many: {title: 抽取数, type: number}}";

    internal const string DrawAndDecide = """
          - {draw: lots, title: 抽取专家, by: hall.officer, from: form.experts, count: 3}
          - {step: opinion, title: 专家意见, by: hall.lawyer, for-each: lots, outcomes: {agree: {title: 同意}, object: {title: 反对}}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    internal static OfficeCase Lodged(int experts = 9, string steps = DrawAndDecide) =>
        OfficeCase.Lodged(steps, form: Form).Does("first-officer", Experts(experts));

    internal static OfficeCase Drawn() =>
        Lodged().Does("first-officer", new SealLots("lots")).Does("first-officer", OfficeCase.Done("lots"));

    internal static CorrectForm Experts(int count, int many = 2) =>
        new(
            ImmutableSortedDictionary<string, FieldValue>.Empty.Add("experts", Rows(count)).Add("many", new NumberValue(many)),
            "名册",
            "更新"
        );

    internal static RowsValue Rows(int count) =>
        new([
            .. Enumerable
                .Range(1, count)
                .Select(i => ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue($"专家{i}"))),
        ]);

    internal static T Last<T>(this OfficeCase office)
        where T : CaseEvent => office.Events.OfType<T>().Last();
}
