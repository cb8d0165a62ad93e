// Interfaces that clause rules need of truths and numbers, so that each rule is written once for all representations.
namespace Dsl.Values.Exact;

/// <summary>A truth. One that is not certain waits for something; one that is certain waits for nothing.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITruthFace<TSelf> where TSelf : ITruthFace<TSelf>
{
    /// <summary>Whether it certainly holds.</summary>
    bool IsYes { get; }

    /// <summary>Whether it certainly does not hold.</summary>
    bool IsNo { get; }

    static abstract TSelf Of(bool value);

    /// <summary>且; of two that are not certain, it waits for what either waits for.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>或; of two that are not certain, it waits for what either waits for.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);
}

/// <summary>A number.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface INumberFace<TSelf> where TSelf : INumberFace<TSelf>
{
    /// <summary>A known whole number, in the fraction of the numbers that it meets.</summary>
    static abstract TSelf Of(long value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The lesser; a side that can only be the greater does not matter.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The greater; a side that can only be the lesser does not matter.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The number, but never below 0.</summary>
    TSelf AtLeastZero();
}

/// <summary>A number that can be compared.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TTruth">What a comparison says.</typeparam>
public interface IOrderedFace<TSelf, TTruth> : INumberFace<TSelf>
    where TSelf : IOrderedFace<TSelf, TTruth> where TTruth : ITruthFace<TTruth>
{
    static abstract TTruth operator <(TSelf left, TSelf right);

    static abstract TTruth operator >(TSelf left, TSelf right);

    static abstract TTruth operator <=(TSelf left, TSelf right);

    static abstract TTruth operator >=(TSelf left, TSelf right);

    /// <summary>The calendar year of a day number.</summary>
    TSelf YearOfDay();
}

/// <summary>A number of which perhaps only two ends are known, and what it waits for.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TTruth">What a comparison says.</typeparam>
public interface IBoundsFace<TSelf, TTruth> : IOrderedFace<TSelf, TTruth>
    where TSelf : IBoundsFace<TSelf, TTruth> where TTruth : ITruthFace<TTruth>
{
    /// <summary>A truth that waits for what the number waits for; 是 where it is known.</summary>
    TTruth Waiting { get; }

    /// <summary>From the low end of one number to the high end of another.</summary>
    /// <param name="low">The one.</param>
    /// <param name="high">The other.</param>
    /// <param name="waiting">A truth that waits for what the number waits for.</param>
    static abstract TSelf Between(TSelf low, TSelf high, TTruth waiting);

    /// <summary>A number of which nothing is known.</summary>
    static abstract TSelf Everything(TTruth waiting);

    /// <summary>A number of which only [0, ∞) is known.</summary>
    static abstract TSelf NonNegative(TTruth waiting);

    static abstract TSelf operator -(TSelf value);

    /// <summary>The least interval that holds both.</summary>
    static abstract TSelf Hull(TSelf left, TSelf right);
}

/// <summary>A sum of any number of addends.</summary>
/// <typeparam name="TNumber">The addend.</typeparam>
public interface IRowSum<TNumber>
{
    TNumber Sum { get; }

    /// <summary>Adds an addend so many times.</summary>
    void Add(TNumber addend, long times);
}
