// An expression that a clause has is known to all who look at its expressions: a new member that is forgotten somewhere fails here.
using System.Reflection;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Verifying;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Passes;

public class ClausePartsTests
{
    private readonly World _world = new();

    public static TheoryData<string> Members => [.. typeof(IrClause).GetProperties()
        .Where(static member => member.PropertyType == typeof(IrExpression)).Select(static member => member.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void 算式列全_查验_也打印(string member)
    {
        // Nobody declares this 令, so that who looks at the expression says so.
        var odd = Of(new IrLocal("无人声明", Money(1)));
        var clause = _world.Clause("1", Money(1));
        typeof(IrClause).GetProperty(member, BindingFlags.Public | BindingFlags.Instance)?.SetValue(clause, odd);
        Assert.Contains(odd, clause.Expressions);
        var program = _world.Program(World.Policy(clause));
        Assert.Contains(IrVerifier.Verify(program), static violation => violation.Invariant == "locals are declared before their use");
        Assert.Contains("无人声明", IrPrinter.Print(program), StringComparison.Ordinal);
    }
}
