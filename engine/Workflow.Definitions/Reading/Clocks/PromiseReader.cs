using System.Collections.Immutable;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Clocks;

/// <summary>Reads the terms of a written promise to hand a material in later; a short text stands for its period.</summary>
internal static class PromiseReader
{
    private static readonly (string, PromiseKind)[] Kinds = [("容缺受理", PromiseKind.Later), ("告知承诺", PromiseKind.Instead)];

    public static MaterialPromise? Read(Scope scope, MapEntry material, SyntaxNode syntax)
    {
        if (syntax is ScalarSyntax)
            return Values.Period(scope, syntax, Things.ThePeriodOfThePromise) is { } @short
                ? new MaterialPromise(PromiseKind.Later, Clock(material, PromiseKind.Later, @short, LegalBasis.Internal), null)
                : null;
        var place = $"material/{material.Key}/promise";
        return Shape.Of(scope, syntax, DefinitionKeys.Promise, Things.PromiseOf(material.Key))?.Placed(place) is { } shape
            ? Written(shape, material)
            : null;
    }

    private static MaterialPromise? Written(Shape shape, MapEntry material)
    {
        var kind = shape.Word("kind", Things.WhatThePromiseAllows, Kinds) ?? PromiseKind.Later;
        var clock = Clock(shape, material, kind);
        var opens = shape.Step("on-expiry", Things.AnyTimeStep, Things.TheAnyTimeStepThatOpens);
        return clock is null ? null : new MaterialPromise(kind, clock, opens);
    }

    private static ClockRule? Clock(Shape shape, MapEntry material, PromiseKind kind)
    {
        var period = shape.Period("for", Things.ThePeriodOfThePromise, requiredBy: Things.ThePromise);
        var basis = shape.Basis() ?? LegalBasis.Internal;
        ImmutableArray<EscalationRule> told = [.. shape.Each("escalate", EscalationReader.Read)];
        return period is null ? null : Clock(material, kind, period, basis) with { Escalations = told };
    }

    private static ClockRule Clock(MapEntry material, PromiseKind kind, Period period, LegalBasis basis) =>
        new()
        {
            Id = MaterialPromise.ClockOf(material.Key),
            Title = kind == PromiseKind.Later ? MaterialPromise.TitleLater : MaterialPromise.TitleInstead,
            Limits = [new LimitRule { Period = period }],
            // The applicant has to keep it, so its last day is never a day off.
            Roll = period.Unit is PeriodUnit.Days or PeriodUnit.Months ? RollRule.NextWorkingDay : RollRule.None,
            Basis = basis,
        };
}
